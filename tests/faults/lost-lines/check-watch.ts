import type { Network } from "#realtime/client/testing/network.ts";

/** What a node answered, on this network, to a page that asked whether both read the same; and what it complained of. */
export class CheckWatch {
  passed = 0;
  failed = 0;
  complaints = 0;

  constructor(network: Network) {
    network.onAnswer = (bytes) => {
      const text = bytes.toString("latin1");
      this.passed += text.split('"same":true').length - 1;
      this.failed += text.split('"same":false').length - 1;
      this.complaints += text.split('"BAD_MESSAGE"').length - 1;
    };
  }
}
