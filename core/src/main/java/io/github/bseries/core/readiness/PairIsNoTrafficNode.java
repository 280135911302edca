// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.AtlasRole;

/**
 * In a cluster the primary node has a backup; traffic nodes have none, since they are made anew
 * from the primary node.
 */
final class PairIsNoTrafficNode implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "pair.is-no-traffic-node",
          Severity.WARNING,
          "The pair is no traffic node of an Atlas cluster",
          "Ask the vendor's support before anything is changed: the primary node of a cluster is"
              + " what a pair is expected to protect.",
          "D-ATLAS, S2 \"Atlas\"; that a traffic node cannot stand in a pair is assumed");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return facts
        .declaredPair()
        .flatMap(
            pair -> Fact.ofNullable(pair.atlasRole(), "role in an Atlas cluster: not declared"))
        .judge(
            role ->
                Verdict.of(
                    role != AtlasRole.TRAFFIC,
                    "role in an Atlas cluster: " + role.literal(),
                    "role in an Atlas cluster: " + role.literal()));
  }
}
