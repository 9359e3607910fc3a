const credit = [
  /^\(?(?:(?:featured |cover |lead )?(?:image|photo(?:graph)?s?|picture|video|graphic|illustration|map|file photo)(?: (?:credits?|source|courtesy(?: of)?|by))?|credits?)(?: by)?\s*[:/]\s*\S.{0,140}\)?$/iu,
  /^\(?(?:photo(?:graph)?s?|image|picture) (?:by|courtesy of|via|taken by) [\p{Lu}@].{1,100}\)?$/u,
  /^\((?:credit|photo|image|picture|source|file|artist|illustrator)\b[^()]{0,140}\)$/iu,
  /^\(?(?:fotos?(?:graf(?:ie|ía|ia)s?)?|bild(?:er|quelle|nachweis)?|titelbild|crédits?(?: photos?)?|photographie|imagen|imagem|immagine|crédito|créditos|foto de archivo|фото|иллюстрация|снимок|fotoğraf|görsel|zdjęcie|fot\.|צילום|תמונה|图片(?:来源)?|圖片(?:來源)?|[图圖][注说說]|図|写真|撮影|사진)(?: von| de| di| por| par)?\s*[:：/=]\s*\S.{0,140}\)?$/iu,
  /^(?:ال)?(?:صورة|صور|تصوير|مصدر الصورة)\s*[:：]\s*\S.{0,140}$/u,
]
/** "Jan Vos/Reuters", alone in its line. */
const agency =
  /^[\p{L}\p{M} .,'’()-]{2,60}\s?[/|]\s?(?:AFP|AP|Reuters|EPA|DPA|EFE|ANSA|LUSA|ANP|APA|TASS|Xinhua|Anadolu|Getty|iStock|Shutterstock|Alamy|Bloomberg|Imago|Picture[ -]Alliance|PA|Keystone|Belga|NTB|TT|Ritzau|Sputnik|Magnum|Unsplash|Wikimedia|Flickr)\b[\p{L}\p{N} /.,()-]{0,60}$/iu
const label =
  /^(?:(?:image |photo |picture )?caption\s*[:–—-]|in this (?:file )?photo\b|file (?:photo|picture)\b)|^file\s[-–—]\s/iu
const creditAtEnd =
  /[([](?:(?:[Ff]ile |[Hh]andout )?(?:[Pp]hoto(?:graph)?|[Ii]mage|[Pp]icture|[Cc]redit|[Hh]andout|[Ss]creengrab|[Cc]ourtesy|Getty)\b[^()[\]]{0,100}|[^()[\]/]{2,40}\/\p{Lu}[^()[\]]{1,40})[)\]]\.?$|[.”"|] (?:[Pp]hoto(?:graph)?|[Ii]mage|[Pp]icture)(?: credit| by)?\s*(?::| by) ?\p{Lu}[^.]{1,60}\.?$/u

const sourceAtEnd = /[.”"] Source: \p{Lu}[^.:]{1,40}$/u
/** "… at the harbour. | Foto: Reuters" */
const bar = /[|｜]/
const creditBehindBar =
  /[^.!?:]{8}[.!?]?\s?[|｜]\s?(?:fotos?|photos?|bild|imagen|imagem|zdjęcie|fot\.|фото|fotoğraf|görsel|צילום|image|picture|credit|source|quelle|zdroj)\s*[:：]\s*[^|:]{2,60}$/iu

/** Verbs by which captions say in the present tense what a picture shows. */
const pictureVerb =
  /\b(?:meets?|speaks?|shakes?|greets?|attends?|address(?:es)?|walks?|stands?|sits?|looks?|poses?|arrives?|gestures?|holds?|hugs?|embraces?|waves?|inspects?|visits?|chairs?|presides?|delivers?|gathers?|waits?|queues?|lines? up|protests?|rall(?:y|ies)|rides?|flies|fly|burns?|watch(?:es)?|listens?|receives?|welcomes?|tours?|clears?|repairs?|is seen|are seen|is pictured|are pictured)\b/u
const fullDateAtEnd =
  /(?:,? on|,)\s+(?:\p{L}+day,? )?(?:\p{Lu}\p{L}+\.? \d{1,2},? \d{4}|\d{1,2} \p{Lu}\p{L}+\.? \d{4})\s*(?:\([^()]{2,60}\)\s*)?\.?\s*(?:\([^()]{2,60}\)|\[[^[\]]{2,60}\])?\.?$/u
const narration = /\b(?:said|told|announced|added|reported|warned|was|were|had|has|have|will|would)\b|["“”«»]/u

/**
 * Whether a paragraph belongs to a picture: a credit line, a labelled caption, a text that ends in a credit, or a lone
 * sentence that says in the present tense what is seen and ends in a full date.
 */
export function isCaption(text: string): boolean {
  const plain = text.trim()
  if (plain.length > 600) return false
  if (plain.length <= 140 && agency.test(plain)) return true
  if (credit.some((pattern) => pattern.test(plain)) || label.test(plain)) return true
  if (plain.length <= 250 && sourceAtEnd.test(plain)) return true
  if (creditAtEnd.test(plain) || (plain.length <= 300 && bar.test(plain) && creditBehindBar.test(plain))) return true
  return plain.length <= 300 && fullDateAtEnd.test(plain) && describesPicture(plain)
}

function describesPicture(sentence: string): boolean {
  const withoutAbbreviations = sentence.replace(/(?:\b\p{Lu}\.)+|\b\p{Lu}\p{Ll}{1,3}\./gu, '')
  const oneSentence = !/[.!?]\s+\p{Lu}/u.test(withoutAbbreviations.replace(/\s*\([^)]*\)\.?$/, ''))
  return oneSentence && pictureVerb.test(sentence) && !narration.test(sentence)
}
