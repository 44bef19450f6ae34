export {
  joinMarkdown,
  Markdown,
  markdown,
  markdownCode,
  plainLine,
} from './markdown';
