// What can be wrong with a file: the closed list.
export type FileFault =
  | 'file.empty' | 'file.kind' | 'file.tooLarge' | 'file.program' | 'file.drawing' | 'file.page' | 'file.archive' | 'file.oldOffice' | 'file.heic' | 'file.encrypted' | 'file.macros'
  | 'file.embedded' | 'file.active' | 'file.remote' | 'file.disguised' | 'file.bomb' | 'file.broken' | 'file.pixels' | 'file.animated'
