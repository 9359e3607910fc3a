/** Invented agency copy, paragraph by paragraph, and a report of another hand about the same wreck. */
export const wireParagraphs = [
  'Coastguards searched through the night for survivors after a crowded ferry capsized within sight of the harbour wall, and relatives gathered on the quay while divers worked by floodlight.',
  'The vessel had been inspected only last month, when engineers reported that two of its pumps failed under load and asked the owners to replace them before the autumn storms.',
  'Shopkeepers along the front closed early, and the school beside the pier opened its gymnasium to families who had nowhere else to wait for news of those still missing.',
] as const

export const ownParagraphs = [
  'Insurers expect a long argument about who must pay for the salvage, since three companies share the hull and none of them keeps an office in the country where the wreck now lies.',
  'Trade unions want the route closed until the remaining boats have been examined by somebody whom the owners did not choose.',
] as const

export const wire = wireParagraphs.join('\n')

/** The wire as an editor would print it. */
export const editedWire = wire
  .replace('Coastguards', 'Rescuers')
  .replace('only last month', 'as late as August')
  .replace('closed early', 'shut at noon')

/** An article of another hand that carries the wire's second paragraph. */
export const borrower = [ownParagraphs[0], wireParagraphs[1], ownParagraphs[1]].join('\n')
