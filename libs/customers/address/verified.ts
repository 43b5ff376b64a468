/** What proved that an address belongs to its customer. */
export type VerifiedHow = 'signed_token' | 'one_time_code' | 'authenticated_mail' | 'known_phone';
