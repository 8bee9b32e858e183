declare module 'virtual:page.wasm' {
  export const zipped: string;
}
declare module '*.css';
