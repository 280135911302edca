// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.ApiAccess;
import io.github.bseries.core.pair.ApiInformation;

/** Without it no program can fetch a backup before and after a change of roles. */
final class ApiAccountMayDownloadBackups implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "control.api-account-may-download-backups",
          Severity.WARNING,
          "The API account may use the Backup API on both sides",
          "Allow access to the Backup API for the account on the page API Configuration of /login.",
          "D-BACKUP, D-APICFG, D-INFO");

  private static final Permission<Boolean> BACKUP =
      new Permission<>(ApiInformation.BACKUP, ApiInformation::backup, ApiAccess::backup);

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return EachSide.judge(
        side ->
            BACKUP.judge(
                facts,
                side,
                allowed ->
                    Verdict.of(
                        allowed, "the Backup API is allowed", "the Backup API is not allowed")));
  }
}
