// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.readiness.Judging.lacks;
import static io.github.bseries.core.readiness.Judging.passes;
import static io.github.bseries.core.readiness.Judging.violates;
import static io.github.bseries.core.readiness.WellKept.factsOf;
import static io.github.bseries.core.readiness.WellKept.pair;

import io.github.bseries.core.pair.AppliancePair;
import io.github.bseries.core.pair.AtlasRole;
import org.junit.jupiter.api.Test;

class PairIsNoTrafficNodeTest {

  private static final Rule RULE = new PairIsNoTrafficNode();

  @Test
  void the_well_kept_pair_passes() {
    passes(RULE, WellKept.facts(), "role in an Atlas cluster: single");
  }

  @Test
  void a_primary_node_may_have_a_backup() {
    passes(RULE, factsOf(pair().toBuilder().atlasRole(AtlasRole.PRIMARY).build()), "primary");
  }

  @Test
  void a_traffic_node_breaks_it() {
    violates(
        RULE,
        factsOf(pair().toBuilder().atlasRole(AtlasRole.TRAFFIC).build()),
        "role in an Atlas cluster: traffic");
  }

  @Test
  void a_role_that_was_not_declared_is_not_judged() {
    lacks(
        RULE,
        factsOf(
            new AppliancePair(
                "support.example.com",
                pair().normalPrimary(),
                pair().normalBackup(),
                pair().cutover(),
                null,
                null,
                null,
                null)),
        "role in an Atlas cluster: not declared");
  }
}
