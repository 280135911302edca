// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.ApiAccess;
import io.github.bseries.core.pair.ApiAccess.CommandPermission;
import io.github.bseries.core.pair.ApiInformation;
import io.github.bseries.core.pair.PairSide;

/** One that may only look cannot carry out a failover. */
final class ApiAccountMayChangeRoles implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.blocker(
              "control.api-account-may-change-roles",
              "The API account has full access to the Command API on both sides",
              "Set Command API to full access for the account on the page API Configuration of"
                  + " /login.",
              "D-ROLE, D-APICFG, S-CFG, D-INFO")
          .blockingOnly(Procedure.SWITCHOVER);

  private static final Permission<CommandPermission> COMMAND =
      new Permission<>(ApiInformation.COMMAND, ApiInformation::command, ApiAccess::command);

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return EachSide.judge(side -> judge(facts, side));
  }

  static Verdict judge(PairFacts facts, PairSide side) {
    return COMMAND.judge(facts, side, ApiAccountMayChangeRoles::judge);
  }

  private static Verdict judge(CommandPermission command) {
    String seen = "the Command API allows " + command;
    return Verdict.of(command == CommandPermission.FULL_ACCESS, seen, seen);
  }
}
