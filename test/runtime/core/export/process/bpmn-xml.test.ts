import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import { writeBpmn } from '#core/export/process/bpmn-xml.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import { anyWorkflow } from '../../../../fixtures/arbitrary-workflow.ts'
import { buildCouncilProcedure } from '../../../../fixtures/council-workflow.ts'

type Drawn = Parameters<typeof writeBpmn>[0]
const folder = 'schemas/examples/procedures'
const gallery = readdirSync(folder).map((file): [string, Drawn] => [file, JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Procedure & Drawn])

interface Element { name: string; attributes: Record<string, string>; children: Element[]; text: string }

const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '', parseAttributeValue: false, parseTagValue: false, trimValues: false })
const toElement = (node: Record<string, unknown>): Element[] => {
  const name = Object.keys(node).find((key) => key !== ':@')!
  if (name === '#text' || name.startsWith('?')) return []
  const inner = node[name] as Record<string, unknown>[]
  return [{ name, attributes: (node[':@'] ?? {}) as Record<string, string>, children: inner.flatMap(toElement), text: inner.map((each) => String(each['#text'] ?? '')).join('') }]
}
const all = (element: Element): Element[] => [element, ...element.children.flatMap(all)]
const read = (xml: string): Element[] => {
  expect(XMLValidator.validate(xml)).toBe(true)
  return (parser.parse(xml) as Record<string, unknown>[]).flatMap(toElement).flatMap(all)
}

const flowNodes = /^bpmn:(startEvent|endEvent|boundaryEvent|userTask|businessRuleTask|exclusiveGateway|parallelGateway|subProcess)$/
const textsOf = ({ children }: Element, name: string): string[] => children.filter((each) => each.name === `bpmn:${name}`).map(({ text }) => text)

/** What the standard asks of a file before a modeller opens it; empty when all holds. */
const faults = (elements: readonly Element[]): string[] => {
  const ids = elements.flatMap(({ attributes }) => attributes['id'] ?? [])
  const nodes = elements.filter(({ name }) => flowNodes.test(name))
  const flows = elements.filter(({ name }) => name === 'bpmn:sequenceFlow')
  const known = new Set(nodes.map(({ attributes }) => attributes['id']!))
  const drawn = elements.filter(({ name }) => name === 'bpmndi:BPMNShape' || name === 'bpmndi:BPMNEdge').map(({ attributes }) => attributes['bpmnElement']!)
  const inside = elements.filter(({ name }) => name === 'bpmn:subProcess').flatMap(all).slice(1).map(({ attributes }) => attributes['id'])
  const inLanes = elements.filter(({ name }) => name === 'bpmn:flowNodeRef').map(({ text }) => text)
  const laned = nodes.filter(({ attributes }) => !inside.includes(attributes['id'])).map(({ attributes }) => attributes['id']!)
  return [
    ...ids.filter((id, i) => ids.indexOf(id) !== i || !/^[A-Za-z_][\w.-]*$/.test(id)).map((id) => `id ${id}`),
    ...flows.filter(({ attributes }) => !known.has(attributes['sourceRef']!) || !known.has(attributes['targetRef']!)).map(({ attributes }) => `flow ${attributes['id']}`),
    ...[...known, ...flows.map(({ attributes }) => attributes['id']!)].filter((id) => drawn.filter((each) => each === id).length !== 1).map((id) => `drawn ${id}`),
    ...drawn.filter((id) => !ids.includes(id)).map((id) => `drawn nothing ${id}`),
    ...nodes.flatMap((node) => {
      const own = node.attributes['id']
      const [into, out] = [flows.filter(({ attributes }) => attributes['targetRef'] === own), flows.filter(({ attributes }) => attributes['sourceRef'] === own)].map((found) => found.map(({ attributes }) => attributes['id']!).sort())
      const same = JSON.stringify([textsOf(node, 'incoming').sort(), textsOf(node, 'outgoing').sort()]) === JSON.stringify([into, out])
      const parallel = node.name === 'bpmn:parallelGateway' && into!.length > 1 && out!.length > 1
      return [...(same ? [] : [`ends ${own}`]), ...(node.name === 'bpmn:endEvent' && out!.length > 0 ? [`end ${own}`] : []), ...(node.name === 'bpmn:startEvent' && into!.length > 0 ? [`start ${own}`] : []), ...(parallel ? [`fork and join in one ${own}`] : [])]
    }),
    ...elements.filter(({ name }) => name === 'bpmn:boundaryEvent').filter(({ attributes }) => !nodes.some((node) => node.attributes['id'] === attributes['attachedToRef'] && /Task$/.test(node.name))).map(({ attributes }) => `timer ${attributes['id']}`),
    ...elements.filter(({ name, attributes }) => name === 'bpmn:exclusiveGateway' && attributes['default'] !== undefined).filter((node) => !textsOf(node, 'outgoing').includes(node.attributes['default']!)).map(({ attributes }) => `default ${attributes['id']}`),
    ...(JSON.stringify([...inLanes].sort()) === JSON.stringify([...laned].sort()) ? [] : ['lanes']),
    ...elements.filter(({ name }) => name === 'bpmndi:BPMNEdge').filter((edge) => edge.children.filter(({ name }) => name === 'di:waypoint').length < 2).map(({ attributes }) => `waypoints ${attributes['id']}`),
  ]
}

/** Ends of every flow on the edge of the shapes that it joins. */
const loose = (elements: readonly Element[]): string[] => {
  const boundsOf = new Map(elements.filter(({ name }) => name === 'bpmndi:BPMNShape').map((shape) => [shape.attributes['bpmnElement']!, Object.fromEntries(Object.entries(shape.children[0]!.attributes).map(([key, value]) => [key, Number(value)]))]))
  const touches = (id: string, { attributes }: Element): boolean => {
    const { x = 0, y = 0, width = 0, height = 0 } = boundsOf.get(id)!
    const [px, py] = [Number(attributes['x']), Number(attributes['y'])]
    return px >= x - 1 && px <= x + width + 1 && py >= y - 1 && py <= y + height + 1
  }
  const flows = new Map(elements.filter(({ name }) => name === 'bpmn:sequenceFlow').map(({ attributes }) => [attributes['id']!, attributes]))
  return elements.filter(({ name }) => name === 'bpmndi:BPMNEdge').flatMap((edge) => {
    const id = edge.attributes['bpmnElement']!
    const points = edge.children.filter(({ name }) => name === 'di:waypoint')
    const { sourceRef, targetRef } = flows.get(id)!
    return touches(sourceRef!, points[0]!) && touches(targetRef!, points.at(-1)!) ? [] : [id]
  })
}

describe('a workflow as BPMN', () => {
  it.each(gallery)('of %s is a sound file with a drawing of everything in it', (_file, procedure) => {
    for (const locale of ['vi', 'en'] as const) {
      const elements = read(writeBpmn(procedure, locale))
      expect([faults(elements), loose(elements)]).toEqual([[], []])
      const names = elements.map(({ attributes }) => attributes['name'])
      expect(procedure.workflow.steps.filter(({ title, 'x-i18n': other }) => !names.includes(locale === 'vi' ? title : other?.en?.['title'] ?? title)).map(({ id }) => id)).toEqual([])
    }
  })
  it('is sound for any workflow that leads anywhere', () => {
    fc.assert(fc.property(anyWorkflow(), (workflow) => {
      const elements = read(writeBpmn({ ...buildCouncilProcedure(), workflow }, 'vi'))
      expect([faults(elements), loose(elements)]).toEqual([[], []])
    }))
  }, 30_000)
  it('asks for parallel opinions between two gateways, lets silence consent, and reports before time is up', () => {
    const elements = read(writeBpmn(buildCouncilProcedure(), 'vi'))
    expect([faults(elements), loose(elements)]).toEqual([[], []])
    expect(elements.filter(({ name }) => name === 'bpmn:parallelGateway').map(({ attributes }) => attributes['name'])).toEqual(['Lấy ý kiến', 'Gộp ý kiến', 'Hội đồng biểu quyết', 'Gộp ý kiến'])
    const timers = elements.filter(({ name }) => name === 'bpmn:boundaryEvent').map(({ attributes }) => [attributes['attachedToRef'], attributes['name'], attributes['cancelActivity'] ?? 'true'])
    expect(timers).toEqual(expect.arrayContaining([['opinion_consult_a', 'Quá 3 ngày làm việc', 'true'], ['step_review', '2 ngày làm việc trước hạn của bước', 'false'], ['step_review', 'Quá 5 ngày làm việc', 'true']]))
    expect(timers.some(([host]) => host === 'opinion_consult_b')).toBe(false)
    expect(elements.filter(({ name }) => name === 'bpmn:businessRuleTask').map(({ attributes }) => attributes['name'])).toEqual(['Chấm điểm rủi ro'])
    expect(elements.filter(({ name }) => name === 'bpmn:conditionExpression').map(({ text }) => text)).toEqual(['Từ 5 điểm', 'Loại hình là CU', 'Không thể đủ 2 ý kiến đồng ý'])
    expect(elements.filter(({ name }) => name === 'bpmn:timeDuration').map(({ text }) => text)).toContain('P1D')
  })
  it('keeps names word for word, whatever signs they hold', () => {
    const names = read(writeBpmn(buildCouncilProcedure(), 'vi')).map(({ attributes }) => attributes['name'])
    expect(names).toContain('Cấp giấy phép &lt;thử&gt; &amp; &quot;hỏi&quot;'.replace(/&lt;|&gt;|&amp;|&quot;/g, (sign) => ({ '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"' })[sign]!))
  })
  it('shows that the applicant may withdraw at any time', () => {
    expect(read(writeBpmn(buildCouncilProcedure(), 'vi')).filter(({ attributes }) => attributes['triggeredByEvent'] === 'true')).toHaveLength(1)
  })
})
