// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples;

import io.github.bseries.client.ApiAccount;
import io.github.bseries.client.ApplianceClient;
import io.github.bseries.client.ApplianceClientBuilder;
import io.github.bseries.client.PairClient;
import io.github.bseries.core.pair.ApplianceAddress;
import io.github.bseries.core.pair.PairSnapshot;
import java.io.PrintStream;
import java.util.List;

/** The lines of the README: reads both appliances and the site, and prints what was seen. */
public final class ReadAPair {

  private ReadAPair() {}

  /** Reads the pair whose normal primary, normal backup and site are at these addresses. */
  static void read(ApplianceClientBuilder settings, List<String> urls, PrintStream out) {
    // README begin
    ApplianceAddress site = ApplianceAddress.parse(urls.get(2)); // https://support.example.com
    ApplianceAddress primary = ApplianceAddress.parse(urls.get(0)).named(site.name());
    ApplianceAddress backup = ApplianceAddress.parse(urls.get(1)).named(site.name());

    try (PairClient pair =
        PairClient.builder(settings).primary(primary).backup(backup).site(site).build()) {
      PairSnapshot snapshot = pair.observe();
      out.println(snapshot.summary());
      snapshot
          .currentPrimary()
          .ifPresentOrElse(
              health -> out.println(health.applianceId() + " is primary now"),
              () -> out.println("it cannot be told who is primary"));
    }
    // README end
  }

  /**
   * Reads the pair at three addresses, with the account of the environment.
   *
   * @param args the addresses of the normal primary, the normal backup and the site
   */
  public static void main(String[] args) {
    if (args.length != 3) {
      System.err.println("usage: ReadAPair PRIMARY BACKUP SITE, three URLs");
      System.exit(64);
    }
    try (ApiAccount account = ApiAccount.fromEnvironment()) {
      read(ApplianceClient.builder().account(account), List.of(args), System.out);
    }
  }
}
