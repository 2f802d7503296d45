// The oldest browsers that all of it is for, as esbuild names them.
export const target = ['chrome109', 'firefox115', 'safari16.4'];
