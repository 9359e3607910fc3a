/** A date as EDTF writes it: from left to right in every window, an interval breaking after its stroke alone. */
export function Edtf({ edtf }: { edtf: string }) {
  const [from = '', to] = edtf.split('/')
  return (
    <bdi className="edtf" dir="ltr">
      <span>{to === undefined ? from : `${from}/`}</span>
      {to !== undefined && (
        <>
          <wbr />
          <span>{to}</span>
        </>
      )}
    </bdi>
  )
}
