export function ImportReview({ stageId }: { stageId: number }) {
  return <p>{stageId}</p>
}
