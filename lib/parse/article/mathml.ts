/** The elements of MathML that show something. */
export const MATHML: ReadonlySet<string> = new Set(
  'annotation math menclose merror mfenced mfrac mi mlabeledtr mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none semantics'.split(
    ' ',
  ),
);

/** Those of its attributes that say how a formula is meant. */
export const MATHML_ATTRIBUTES: ReadonlySet<string> = new Set(
  'accent accentunder align alttext close columnalign columnspan depth dir display displaystyle encoding fence form height largeop linethickness lspace maxsize minsize movablelimits notation open rowalign rowspan rspace scriptlevel separator separators stretchy symmetric voffset width'.split(
    ' ',
  ),
);
