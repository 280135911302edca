// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.RequestedRole;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An appliance neither tells of a request that it took nor lets it be called off, so another one
 * may cross it.
 */
final class NoRoleChangeIsPending implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.blocker(
          "pair.no-role-change-pending",
          "No role change was asked for that was not seen yet",
          "Wait until the role is seen. If it will never be, find out why on the Failover page, and"
              + " dismiss the request.",
          "ours, after D-ROLE and S-V2 (no job, nothing to call off)");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return facts
        .memory()
        .judge(
            memory -> {
              List<RequestedRole> pending = memory.requested();
              return Verdict.of(
                  pending.isEmpty(),
                  "no role change is waited for",
                  "not seen yet: "
                      + pending.stream()
                          .map(RequestedRole::toString)
                          .collect(Collectors.joining("; ")));
            });
  }
}
