/** What is wrong with each field of a form, by its path joined with dots. */
export type FieldErrors = Readonly<Record<string, string>>
