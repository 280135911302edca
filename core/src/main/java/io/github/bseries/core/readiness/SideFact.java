// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.Attested;
import io.github.bseries.core.pair.DeclaredFacts;
import org.jspecify.annotations.Nullable;

/** Everything that can be attested of one appliance, by name. */
enum SideFact {
  BACKUP_SETTINGS("backup settings"),
  INTER_APPLIANCE_KEY("inter-appliance key"),
  CERTIFICATES("certificates"),
  IP_CONFIGURATION("IP configuration"),
  API_ACCESS("API access"),
  SMTP_ALERTS("SMTP alerts"),
  HTTPS_FROM_CLIENTS("HTTPS from clients"),
  DIRECTORY_TRAFFIC("directory traffic");

  private final String title;

  SideFact(String title) {
    this.title = title;
  }

  /** Returns what it is called in reports. */
  String title() {
    return title;
  }

  /** Returns what somebody said of it; null if nobody did. */
  @Nullable Attested<?> in(DeclaredFacts declared) {
    return switch (this) {
      case BACKUP_SETTINGS -> declared.backupSettings();
      case INTER_APPLIANCE_KEY -> declared.interApplianceKey();
      case CERTIFICATES -> declared.certificates();
      case IP_CONFIGURATION -> declared.ipConfiguration();
      case API_ACCESS -> declared.apiAccess();
      case SMTP_ALERTS -> declared.smtpAlerts();
      case HTTPS_FROM_CLIENTS -> declared.httpsFromClients();
      case DIRECTORY_TRAFFIC -> declared.directoryTraffic();
    };
  }
}
