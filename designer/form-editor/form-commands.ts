// The whole vocabulary of edits to a form, in one place: tests take random commands from it, and menus their words.
import { ownOptions, updateCodeList, useCodeList } from '../code-lists/code-list-commands.ts'
import { setCascade } from './cascade-command.ts'
import { addCheck, addRule, removeCheck, removeRule, setAsked, setCheck, setRule, splitRule, useRule } from './logic-commands.ts'
import { addOptions, moveOption, removeOption, replaceOptions, setOption, setOptionValue, sortOptions } from './option-commands.ts'
import { addPage, addSection, movePage, moveSection, removePage, removeSection, setPage, setSection } from './page-commands.ts'
import { groupQuestions } from './group-command.ts'
import { changeKind } from './change-kind.ts'
import { pasteQuestions } from './paste-command.ts'
import { gatherInSection, moveColumn, moveInto, moveQuestions } from './placing-commands.ts'
import { addColumn, addQuestion, setQuestion, setRequired } from './question-commands.ts'
import { removeQuestions } from './removal-commands.ts'

export const formCommands = {
  addQuestion, addColumn, pasteQuestions, removeQuestions, moveQuestions, moveColumn, moveInto, gatherInSection, groupQuestions, changeKind, setQuestion, setRequired,
  addOptions, setOption, setOptionValue, removeOption, moveOption, replaceOptions, sortOptions, setCascade, useCodeList, ownOptions, updateCodeList,
  addPage, removePage, movePage, setPage, addSection, removeSection, moveSection, setSection,
  addRule, setRule, removeRule, useRule, splitRule, setAsked, addCheck, setCheck, removeCheck,
} as const
