import type { CleaningRule, RuleCompare, RulePattern } from '../../domain/cleaning-rule'
import type { Params, Reader, Writer } from '../handle'

export type RuleRecord = CleaningRule & { createdAt: string }

type RuleRow = { id: number; outlet: string; compare: string; text: string; created_at: string }

const toRecord = (row: RuleRow): RuleRecord => ({
  id: row.id,
  outlet: row.outlet,
  compare: row.compare as RuleCompare,
  text: row.text,
  createdAt: row.created_at,
})

const records = (reader: Reader, condition: string, params: Params = {}): RuleRecord[] =>
  reader
    .all<RuleRow>(
      `SELECT id, outlet, compare, text, created_at FROM cleaning_rule WHERE deleted_at IS NULL ${condition}`,
      params,
    )
    .map(toRecord)

/** All rules, by outlet, oldest first. */
export const allRules = (reader: Reader): RuleRecord[] => records(reader, 'ORDER BY outlet COLLATE NOCASE, id')

/** Rules of an outlet, oldest first. The case of its name makes no difference. */
export const rulesOfOutlet = (reader: Reader, outlet: string): RuleRecord[] =>
  records(reader, 'AND outlet = @outlet COLLATE NOCASE ORDER BY id', { outlet })

/** @returns null where the rule was deleted or was never there */
export const ruleById = (reader: Reader, id: number): RuleRecord | null =>
  records(reader, 'AND id = @id', { id })[0] ?? null

/** @returns the id of the new rule */
export const insertRule = (writer: Writer, rule: Omit<RuleRecord, 'id'>): number =>
  writer.run(
    `INSERT INTO cleaning_rule (outlet, compare, text, created_at) VALUES (@outlet, @compare, @text, @createdAt)`,
    { outlet: rule.outlet, compare: rule.compare, text: rule.text, createdAt: rule.createdAt },
  ).id

export const updateRule = (writer: Writer, id: number, { compare, text }: RulePattern): void => {
  writer.run('UPDATE cleaning_rule SET compare = @compare, text = @text WHERE id = @id', { id, compare, text })
}

export const trashRule = (writer: Writer, id: number, at: string): void => {
  writer.run('UPDATE cleaning_rule SET deleted_at = @at WHERE id = @id', { id, at })
}

/** What a rule does to the current texts of live articles. `restored`: blocks that were restored by hand from it. */
export type RuleCounts = { articles: number; blocks: number; restored: number }

export function ruleCounts(reader: Reader): Map<number, RuleCounts> {
  const rows = reader.all<RuleCounts & { id: number }>(
    `SELECT b.rule_id AS id, count(DISTINCT CASE b.hidden WHEN 1 THEN b.article_id END) AS articles,
       sum(b.hidden) AS blocks, sum(1 - b.hidden) AS restored
     FROM block b JOIN article a ON a.id = b.article_id AND a.version = b.version AND a.deleted_at IS NULL
     WHERE b.rule_id IS NOT NULL GROUP BY b.rule_id`,
  )
  return new Map(rows.map(({ id, ...counts }) => [id, counts]))
}

/** Live articles of an outlet, by id. The case of its name makes no difference. */
export const articlesOfOutlet = (reader: Reader, outlet: string): number[] =>
  reader
    .all<{ id: number }>(
      `SELECT id FROM article WHERE (outlet IS NULL) = 0 AND outlet = @outlet COLLATE NOCASE AND deleted_at IS NULL
       ORDER BY id`,
      { outlet },
    )
    .map((row) => row.id)
