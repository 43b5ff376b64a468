import { isCertificateAddress, isSnsAddress } from './sns-message';

describe('an address of Amazon SNS', () => {
  it.each([
    'https://sns.us-east-1.amazonaws.com/SimpleNotificationService-0123.pem',
    'https://sns.ap-southeast-2.amazonaws.com/x.pem',
    'https://sns.us-gov-west-1.amazonaws.com/x.pem',
    'https://sns.cn-north-1.amazonaws.com.cn/x.pem',
    'https://SNS.EU-WEST-1.amazonaws.com:443/x.pem',
  ])('is %s', (url) => expect([isSnsAddress(url), isCertificateAddress(url)]).toEqual([true, true]));

  it.each([
    'http://sns.us-east-1.amazonaws.com/x.pem',
    'https://sns.us-east-1.amazonaws.com:8443/x.pem',
    'https://user@sns.us-east-1.amazonaws.com/x.pem',
    'https://sns.us-east-1.amazonaws.com@evil.example/x.pem',
    'https://sns.us-east-1.amazonaws.com.evil.example/x.pem',
    'https://sns.us-east-1.amazonaws.com.cn.evil.example/x.pem',
    'https://evil-sns.us-east-1.amazonaws.com/x.pem',
    'https://sns.us-east-1.amazonaws.evil.example/x.pem',
    'https://sns.us-east-1xamazonaws.com/x.pem',
    // Buckets that anybody may have made.
    'https://sns.s3.amazonaws.com/x.pem',
    'https://sns.s3-eu-west-1.amazonaws.com/x.pem',
    'https://sns.s3.eu-west-1.amazonaws.com/x.pem',
    'https://s3.amazonaws.com/sns.us-east-1.amazonaws.com/x.pem',
    'https://169.254.169.254/x.pem',
    'file:///x.pem',
    'x.pem',
    '',
  ])('is not %s', (url) => expect([isSnsAddress(url), isCertificateAddress(url)]).toEqual([false, false]));

  it('is one of a certificate only where a certificate lies', () => {
    expect(isCertificateAddress('https://sns.us-east-1.amazonaws.com/?x=.pem')).toBe(false);
    expect(isSnsAddress('https://sns.us-east-1.amazonaws.com/?Action=ConfirmSubscription')).toBe(true);
    expect(isSnsAddress(null)).toBe(false);
  });
});
