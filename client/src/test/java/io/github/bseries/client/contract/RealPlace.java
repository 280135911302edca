// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.contract;

import io.github.bseries.client.ApiAccount;
import io.github.bseries.client.ApplianceClient;
import io.github.bseries.client.ApplianceClientBuilder;
import io.github.bseries.client.PairClientBuilder;
import io.github.bseries.core.pair.ApplianceAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A pair that is named by environment variables; it lives by the time of this machine. */
final class RealPlace implements ContractPlace {

  private static final String PREFIX = "BSERIES_CONTRACT_";
  private static final String PRODUCT = PREFIX + "PRODUCT";
  private static final String SWITCHES = PREFIX + "SWITCHES";
  private static final List<String> NEEDED =
      List.of("PRIMARY", "BACKUP", "SITE", "CLIENT_ID", "CLIENT_SECRET");

  private final Map<String, String> environment;

  private RealPlace(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /**
   * Returns the pair of these variables.
   *
   * @throws IllegalStateException if a variable is missing, or the product is unknown; the message
   *     names all that are missing
   */
  static RealPlace of(Map<String, String> environment) {
    List<String> missing =
        NEEDED.stream()
            .map(name -> PREFIX + name)
            .filter(name -> environment.getOrDefault(name, "").isBlank())
            .toList();
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "a real pair was asked for, and these environment variables are not set: "
              + String.join(", ", missing));
    }
    String product = environment.getOrDefault(PRODUCT, "rs");
    if (!List.of("rs", "pra").contains(product)) {
      throw new IllegalStateException(PRODUCT + " is " + product + ", must be rs or pra");
    }
    return new RealPlace(environment);
  }

  /**
   * Returns the pair of these variables, if they say that its roles may be switched.
   *
   * @throws IllegalStateException if they do not, besides the cases of {@link #of}
   */
  static RealPlace toSwitch(Map<String, String> environment) {
    RealPlace place = of(environment);
    String site = place.site().name();
    if (!site.equals(environment.get(SWITCHES))) {
      throw new IllegalStateException(
          SWITCHES
              + " must be "
              + site
              + " to say that all users of that site may be disconnected");
    }
    return place;
  }

  private String text(String name) {
    return environment.getOrDefault(PREFIX + name, "");
  }

  private ApplianceAddress own(String name) {
    return ApplianceAddress.parse(text(name)).named(site().name());
  }

  @Override
  public ApplianceAddress primary() {
    return own("PRIMARY");
  }

  @Override
  public ApplianceAddress backup() {
    return own("BACKUP");
  }

  @Override
  public ApplianceAddress site() {
    return ApplianceAddress.parse(text("SITE"));
  }

  @Override
  public String clientId() {
    return text("CLIENT_ID");
  }

  @Override
  public ApiAccount account() {
    return ApiAccount.of(clientId(), text("CLIENT_SECRET").toCharArray());
  }

  @Override
  public ApplianceClientBuilder settings() {
    String trust = text("TRUST");
    ApplianceClientBuilder settings = ApplianceClient.builder().userAgent("bseries-contract");
    return trust.isBlank() ? settings : settings.trustedCertificates(Path.of(trust));
  }

  @Override
  public PairClientBuilder paced(PairClientBuilder pair) {
    return pair.pollInterval(Duration.ofSeconds(5));
  }

  @Override
  public boolean listsAppliances() {
    return !"pra".equals(environment.get(PRODUCT));
  }
}
