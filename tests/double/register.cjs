// Loaded by --require before a bundled main file: `electron` becomes the double, everything else stays.
require('tsx/cjs');
const Module = require('node:module');
const path = require('node:path');

const double = path.join(__dirname, 'electron', 'electron.ts');
const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  return request === 'electron' ? double : resolve.call(this, request, ...rest);
};
