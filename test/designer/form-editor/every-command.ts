// The whole vocabulary of the designer: what an author can do to a document.
import type { Command } from '../../../designer/editing/command.ts'
import { findCommands } from '../../../designer/find/find-commands.ts'
import { formCommands } from '../../../designer/form-editor/form-commands.ts'
import { importCommands } from '../../../designer/import/import-commands.ts'
import { setInfo } from '../../../designer/info-editor/info-commands.ts'
import { languageCommands } from '../../../designer/languages/language-commands.ts'
import { problemCommands } from '../../../designer/problems/problem-commands.ts'
import { feeCommands } from '../../../designer/rules-editor/fee-commands.ts'
import { scenarioCommands } from '../../../designer/scenarios/scenario-commands.ts'
import { workflowCommands } from '../../../designer/workflow-editor/workflow-commands.ts'

export const vocabulary = { ...formCommands, ...workflowCommands, ...feeCommands, ...problemCommands, ...languageCommands, ...findCommands, ...scenarioCommands, ...importCommands, setInfo }

export const everyCommand = Object.values(vocabulary) as unknown as Command<never>[]
