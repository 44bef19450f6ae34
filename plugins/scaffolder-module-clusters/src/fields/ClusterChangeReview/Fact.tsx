import styles from './ClusterChangeReview.module.css';

/** One fact: its name, its value and, if there is more to say, a list. */
export function Fact(props: { name: string; value: string; more?: string[] }) {
  const { name, value, more = [] } = props;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        {value}
        {more.length > 0 && (
          <ul className={styles.list}>
            {more.map(line => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  );
}
