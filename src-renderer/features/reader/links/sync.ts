/** A linked passage of two texts: how far down its first line stands in either, in pixels, and how sure the link is. */
export type Anchor = { leader: number; follower: number; score: number }

/** A text in its pane, in pixels: how long it is, and how much of it is seen. */
export type Sight = { length: number; height: number }

/** The order of more anchors than these isn't looked for: the surest tell enough. */
const mostAnchors = 800

/**
 * The surest anchors that stand in the same order in both texts: a position between two of them has one counterpart.
 * @param kept an anchor that has to be among them
 */
export function inOneOrder(anchors: readonly Anchor[], kept: Anchor | null = null): Anchor[] {
  const agreeing = (one: Anchor, two: Anchor): boolean => (one.leader - two.leader) * (one.follower - two.follower) > 0
  const surest =
    anchors.length > mostAnchors
      ? [...anchors].sort((one, two) => two.score - one.score).slice(0, mostAnchors)
      : anchors
  const sorted = surest
    .filter((one) => !kept || agreeing(one, kept))
    .concat(kept ?? [])
    .sort((one, two) => one.leader - two.leader || two.score - one.score)
  const best: { weight: number; before: number }[] = []
  for (const [i, anchor] of sorted.entries()) {
    let before = -1
    for (let k = 0; k < i; k += 1) {
      const other = sorted[k]
      if (other && agreeing(other, anchor) && weightAt(best, k) > weightAt(best, before)) before = k
    }
    best.push({ weight: weightAt(best, before) + anchor.score, before })
  }
  let at = best.reduce((top, { weight }, i) => (weight > weightAt(best, top) ? i : top), -1)
  const chain: Anchor[] = []
  while (at >= 0) {
    const anchor = sorted[at]
    if (anchor) chain.unshift(anchor)
    at = best[at]?.before ?? -1
  }
  return chain
}

const weightAt = (best: readonly { weight: number }[], index: number): number => best[index]?.weight ?? 0

/** The place in the follower's text for one in the leader's: in proportion between the anchors around it. */
export function mapped(
  chain: readonly Anchor[],
  position: number,
  leaderLength: number,
  followerLength: number,
): number {
  const before = chain.findLast(({ leader }) => leader <= position) ?? { leader: 0, follower: 0 }
  const after = chain.find(({ leader }) => leader > position) ?? {
    leader: Math.max(leaderLength, before.leader),
    follower: Math.max(followerLength, before.follower),
  }
  const span = after.leader - before.leader
  const share = span > 0 ? (position - before.leader) / span : 0
  return before.follower + share * (after.follower - before.follower)
}

/**
 * Where a pane has to stand so that what is at a line of the leader's stands at the same line of its own. The line is the
 * passage in hand where that is given, else the upper edge, sliding down to the lower one over the last screen, so that
 * both texts end together.
 * @param chain anchors in one order; without any nothing is known and the follower stays
 * @param inHand how far down the passage in hand stands in the leader's text, and its counterpart
 * @returns the follower's scroll position, or null to leave it where it is
 */
export function followed(
  chain: readonly Anchor[],
  scrollTop: number,
  leader: Sight,
  follower: Sight,
  inHand: Anchor | null,
): number | null {
  if (chain.length === 0) return null
  const longest = Math.max(0, leader.length - leader.height)
  const rest = longest - scrollTop
  const sliding = rest < leader.height ? leader.height - rest : 0
  const line = inHand ? Math.max(0, Math.min(leader.height, inHand.leader - scrollTop)) : sliding
  const position = Math.min(leader.length, scrollTop + Math.min(leader.height, line))
  const wanted = mapped(chain, position, leader.length, follower.length) - line
  return Math.max(0, Math.min(Math.max(0, follower.length - follower.height), wanted))
}
