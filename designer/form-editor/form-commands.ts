// The whole vocabulary of edits to a form, in one place: tests take random commands from it, and menus their words.
import { addCheck, addRule, removeCheck, removeRule, setAsked, setCheck, setRule } from './logic-commands.ts'
import { addOptions, moveOption, removeOption, setOption } from './option-commands.ts'
import { addPage, addSection, movePage, moveSection, removePage, removeSection, setPage, setSection } from './page-commands.ts'
import { addColumn, addQuestion, copyQuestion, moveColumn, moveQuestion, removeQuestion, setQuestion, setRequired } from './question-commands.ts'

export const formCommands = {
  addQuestion, addColumn, copyQuestion, removeQuestion, moveQuestion, moveColumn, setQuestion, setRequired,
  addOptions, setOption, removeOption, moveOption,
  addPage, removePage, movePage, setPage, addSection, removeSection, moveSection, setSection,
  addRule, setRule, removeRule, setAsked, addCheck, setCheck, removeCheck,
} as const
