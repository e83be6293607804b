declare module '*.woff2' {
  /** where the file is served */
  const url: string;
  export default url;
}
