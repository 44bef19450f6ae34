import type { Room } from '@clusterworks/plugin-clusters-common';
import { HOUR_MS, useFormat } from '../../format';
import { MeasureValue } from '../MeasureValue';

/**
 * How many nodes still fit, and how long until none does, where that is known.
 */
export function RoomValue(props: { room: Room }) {
  const { nodes, hours } = props.room;
  const { formatDuration } = useFormat();
  return (
    <>
      <MeasureValue measure={nodes} />
      {nodes.certainty !== 'unknown' && hours.certainty !== 'unknown' && (
        <>
          {' · '}
          <MeasureValue
            measure={hours}
            format={value => formatDuration(value * HOUR_MS)}
          />
        </>
      )}
    </>
  );
}
