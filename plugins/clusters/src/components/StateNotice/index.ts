export { StateNotice, LoadingRows, RequestErrorNotice } from './StateNotice';
export type { NoticeKind } from './StateNotice';
