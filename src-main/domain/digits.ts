/** A digit: European, Arabic or Persian, as a regular expression source. */
export const digit = '[0-9٠-٩۰-۹]'

/** European digits for those of other scripts. */
export const asciiDigits = (text: string): string =>
  text.replace(/[٠-٩۰-۹]/g, (one) => String((one.codePointAt(0) ?? 0) % 16))
