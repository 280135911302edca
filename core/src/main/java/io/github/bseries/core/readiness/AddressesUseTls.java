// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.ApplianceAddress;

/**
 * Through another port the credentials of the API account would go out readable. By which port the
 * two appliances reach each other stands on their Failover pages, and no API tells it.
 */
final class AddressesUseTls implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "pair.addresses-use-tls",
          Severity.WARNING,
          "Each appliance is declared at a TLS port",
          "Declare the address with https and the TLS port of the appliance, which is 443 unless"
              + " somebody changed it.",
          "D-AUTH, D-APICFG; ours: for every address that is declared");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return facts
        .declaredPair()
        .judge(
            pair ->
                EachSide.judge(
                    side -> {
                      ApplianceAddress address = side.of(pair).address();
                      return Verdict.of(
                          address.tls(),
                          side.title() + " uses TLS at port " + address.port(),
                          side.title() + " is declared at " + address + ", which is no TLS port");
                    }));
  }
}
