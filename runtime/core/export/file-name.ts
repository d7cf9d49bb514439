// Names of the files that are made from a procedure: its code, then its name, so that a folder of them reads well. They hold
// plain letters only, so that every computer and every header takes them.
import { foldText } from '../text/format.ts'
import type { Info } from '#schemas/generated/types.ts'

const longest = 80

const slug = (text: string): string => foldText(text).replace(/[^a-z0-9.]+/g, '-').replace(/^[-.]+|[-.]+$/g, '')

/** 1.001612-dang-ky-thanh-lap-ho-kinh-doanh.schema.json */
export const exportName = ({ code, name }: Pick<Info, 'code' | 'name'>, ending: string): string =>
  `${[slug(code), slug(name)].filter(Boolean).join('-').slice(0, longest).replace(/[-.]+$/, '') || 'thu-tuc'}${ending}`
