/** The satchel: strap, bag, flap and clasp. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" role="img" aria-label="Satchel">
      <path
        d="M11 10.5V9a5 5 0 0 1 10 0v1.5"
        fill="none"
        stroke="var(--mark)"
        strokeWidth="2.4"
        strokeLinecap="round"
      />
      <path
        d="M5 12.4c0-1.1.9-1.9 1.9-1.9h18.2c1.1 0 1.9.8 1.9 1.9v11a3.6 3.6 0 0 1-3.6 3.6H8.6A3.6 3.6 0 0 1 5 23.4z"
        fill="var(--mark)"
      />
      <path d="M5 13c0 4.9 5 6.6 11 6.6S27 17.9 27 13" fill="none" stroke="var(--mark-line)" strokeWidth="1.9" />
      <rect x="13.7" y="17" width="4.6" height="5.4" rx="1.4" fill="var(--mark-line)" />
    </svg>
  );
}
