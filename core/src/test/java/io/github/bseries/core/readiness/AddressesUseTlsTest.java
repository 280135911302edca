// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.readiness.Judging.lacks;
import static io.github.bseries.core.readiness.Judging.passes;
import static io.github.bseries.core.readiness.Judging.violates;
import static io.github.bseries.core.readiness.WellKept.factsOf;
import static io.github.bseries.core.readiness.WellKept.pair;

import io.github.bseries.core.pair.Appliance;
import org.junit.jupiter.api.Test;

class AddressesUseTlsTest {

  private static final Rule RULE = new AddressesUseTls();

  @Test
  void the_well_kept_pair_passes() {
    passes(RULE, WellKept.facts(), "normal backup uses TLS at port 443");
  }

  @Test
  void a_port_without_tls_breaks_it() {
    violates(
        RULE,
        factsOf(pair().withNormalBackup(Appliance.at("http://127.0.0.1"))),
        "which is no TLS port");
  }

  @Test
  void without_a_pair_it_is_not_judged() {
    lacks(RULE, WellKept.facts().toBuilder().pair(null).build(), "no pair was declared");
  }
}
