export interface Config {
  app?: {
    /**
     * Ways to sign in that the portal offers.
     * @visibility frontend
     */
    signIn?: {
      /**
       * Offer to enter as a guest. For the demo and local development only.
       * @visibility frontend
       */
      guest?: boolean;
      /**
       * Offer to sign in with GitHub. Default: when guests are not allowed.
       * @visibility frontend
       */
      github?: boolean;
    };
  };
}
