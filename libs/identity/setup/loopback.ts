/** Whether an address is this very machine's: 127.0.0.0/8 or ::1, also written as an IPv4 address in IPv6. */
export function isLoopback(address: string): boolean {
  return /^(::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(address) || address === '::1';
}
