// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import io.github.bseries.core.pair.ApplianceAddress;
import io.github.bseries.testkit.RecordedCall;
import io.github.bseries.testkit.SimulatedPair;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** Each test calls a simulated pair with a token that it has just been given. */
abstract class CallsWithToken {

  final SimulatedPair pair;
  final PairAddresses addresses;
  final ApplianceAddress a;
  final PlainCaller caller;
  String token;

  CallsWithToken(SimulatedPair pair, PairAddresses addresses) {
    this.pair = pair;
    this.addresses = addresses;
    this.a = addresses.a();
    this.caller = new PlainCaller(addresses.caCertificate());
  }

  @BeforeEach
  void ask_for_a_token() throws IOException {
    token = caller.token(a, pair.account());
  }

  RecordedCall lastCall() {
    List<RecordedCall> calls = pair.a().recordedCalls();
    return calls.get(calls.size() - 1);
  }
}
