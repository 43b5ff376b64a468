/** The cheapest question that only a valid token with the right scopes gets answered. */
export const SHOP = /* GraphQL */ `
  query Shop {
    shop {
      name
    }
    currentAppInstallation {
      accessScopes {
        handle
      }
    }
  }
`;
