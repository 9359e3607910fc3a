import { expect, it } from 'vitest'
import { operationNames } from '../../src-main/cli/operations'
import { operation } from '../../src-renderer/i18n/en/operation'

it('calls operations as the window does', () => {
  expect(operationNames).toEqual(operation)
})
