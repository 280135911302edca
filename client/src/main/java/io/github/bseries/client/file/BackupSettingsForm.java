// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.file;

import io.github.bseries.client.internal.json.form.Form;
import io.github.bseries.client.internal.json.form.Forms;
import io.github.bseries.client.internal.json.form.JsonNode;
import io.github.bseries.client.internal.json.form.ObjectReader;
import io.github.bseries.client.internal.json.form.ObjectWriter;
import io.github.bseries.client.internal.json.form.Place;
import io.github.bseries.core.pair.BackupSettings;
import io.github.bseries.core.pair.Bandwidth;
import io.github.bseries.core.pair.IpAddress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form of what stands on the Failover page of an appliance. */
final class BackupSettingsForm {

  /** The names of the members, in the order in which they are written. */
  static final List<String> FIELDS =
      List.of(
          "backupOperations",
          "primarySiteInstanceTimeout",
          "automaticDataSyncInterval",
          "dataSyncBandwidthLimit",
          "automaticFailover",
          "networkConnectivityTestIps",
          "sharedIps");

  private static final Form<List<IpAddress>> IPS = Forms.listOf(Forms.parsed(IpAddress::parse));
  private static final Form<Bandwidth> BANDWIDTH = Forms.parsed(BandwidthText::parse);

  private BackupSettingsForm() {}

  static @Nullable BackupSettings read(Place place) {
    ObjectReader page = place.object(FIELDS);
    if (page == null) {
      return null;
    }
    Boolean operations = page.required("backupOperations", Forms.FLAG);
    Duration timeout = page.optional("primarySiteInstanceTimeout", Forms.DURATION);
    Duration interval = page.optional("automaticDataSyncInterval", Forms.DURATION);
    Bandwidth limit = page.optional("dataSyncBandwidthLimit", BANDWIDTH);
    Boolean failover = page.required("automaticFailover", Forms.FLAG);
    List<IpAddress> testIps = page.required("networkConnectivityTestIps", IPS);
    List<IpAddress> sharedIps = page.required("sharedIps", IPS);
    if (operations == null || failover == null || testIps == null || sharedIps == null) {
      return null;
    }
    return page.made(
        () ->
            new BackupSettings(operations, timeout, interval, limit, failover, testIps, sharedIps));
  }

  static JsonNode write(BackupSettings page) {
    Bandwidth limit = page.dataSyncBandwidthLimit();
    return new ObjectWriter()
        .flag("backupOperations", page.backupOperations())
        .text("primarySiteInstanceTimeout", page.primarySiteInstanceTimeout())
        .text("automaticDataSyncInterval", page.automaticDataSyncInterval())
        .text("dataSyncBandwidthLimit", limit == null ? null : BandwidthText.of(limit))
        .flag("automaticFailover", page.automaticFailover())
        .texts("networkConnectivityTestIps", page.networkConnectivityTestIps())
        .texts("sharedIps", page.sharedIps())
        .object();
  }
}
