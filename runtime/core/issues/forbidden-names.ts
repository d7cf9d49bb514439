// Names that libraries read through the prototype of an object: as a name in any JSON of ours they make validators throw or
// look at the wrong thing, so they are refused wherever they stand.
export const forbiddenNames: ReadonlySet<string> = new Set([
  '__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf', 'propertyIsEnumerable', 'toLocaleString',
  '__defineGetter__', '__defineSetter__', '__lookupGetter__', '__lookupSetter__', 'then', 'toJSON',
])
