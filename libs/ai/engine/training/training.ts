/** What a sentence is about, as the classifier knows it. Everything but `whereabouts` leads to a person. */
export type Topic =
  | 'whereabouts'
  | 'refund'
  | 'return'
  | 'cancel'
  | 'change_order'
  | 'damaged_or_wrong'
  | 'missing_parcel'
  | 'payment'
  | 'product_question'
  | 'account'
  | 'complaint'
  | 'human_requested';

/** One sentence a line. */
export type TrainingSet = Record<Topic, string>;
