// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import io.github.bseries.client.AddressResolver;
import io.github.bseries.client.ApiAccount;
import io.github.bseries.client.ApplianceClient;
import io.github.bseries.client.ApplianceClientBuilder;
import io.github.bseries.client.CertificatePin;
import io.github.bseries.client.PairClient;
import io.github.bseries.client.PairClientBuilder;
import io.github.bseries.core.pair.ApplianceAddress;
import io.github.bseries.core.pair.AppliancePair;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that every command has, and the clients that they describe. */
final class PairOptions {

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = "--primary",
      paramLabel = "URL",
      description = "the normal primary's own address, such as https://12.12.1.50")
  private @Nullable ApplianceAddress primary;

  @Option(names = "--backup", paramLabel = "URL", description = "the normal backup's own address")
  private @Nullable ApplianceAddress backup;

  @Option(
      names = "--site",
      paramLabel = "URL",
      description =
          "the site's public address. The certificates of both appliances are verified for its"
              + " name")
  private @Nullable ApplianceAddress site;

  @Option(
      names = "--trust",
      paramLabel = "PEM",
      description = "certificates to trust, instead of those that Java trusts")
  private @Nullable Path trust;

  @Option(
      names = "--pin",
      paramLabel = "PIN",
      description =
          "a key or certificate of which one must be shown, besides being trusted: sha256/ and"
              + " Base64, or 64 hexadecimal digits. A self-signed certificate is trusted if it is"
              + " pinned itself. May be repeated")
  private List<CertificatePin> pins = List.of();

  @Option(
      names = "--resolve",
      paramLabel = "NAME=IP",
      description = "the IP address of a host name, instead of what DNS says. May be repeated")
  private Map<String, String> resolved = Map.of();

  @Option(names = "--json", description = "print JSON, one object on one line")
  private boolean json;

  @Option(
      names = "--call-timeout",
      paramLabel = "SPAN",
      defaultValue = "30s",
      description =
          "how long one call may take, such as 500ms, 30s or 2m; ${DEFAULT-VALUE} unless set")
  private Duration callTimeout = Duration.ofSeconds(30);

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description =
          "keep the token here between runs, readable by you only, so that a job that runs often"
              + " does not take all thirty of the account; off unless set")
  private @Nullable Path tokenFile;

  boolean isJson() {
    return json;
  }

  boolean hasPrimary() {
    return primary != null;
  }

  boolean hasBackup() {
    return backup != null;
  }

  boolean hasSite() {
    return site != null;
  }

  ApplianceAddress primary() {
    return own("--primary", primary);
  }

  ApplianceAddress backup() {
    return own("--backup", backup);
  }

  ApplianceAddress site() {
    return required("--site", site);
  }

  /** Takes from what was declared the addresses that are not given. */
  PairOptions declaredBy(AppliancePair pair) {
    if (primary == null) {
      primary = pair.normalPrimary().address();
    }
    if (backup == null) {
      backup = pair.normalBackup().address();
    }
    if (site == null) {
      site = checked(() -> ApplianceAddress.parse("https://" + pair.siteHostName()));
    } else if (isUnnamed(site)) {
      // Its certificate bears the name that was declared, and the site is known by that.
      site = site.named(pair.siteHostName());
    } else if (!site.name().equalsIgnoreCase(pair.siteHostName())) {
      // What is seen of another site must not be judged as what was declared of this one.
      throw wrong(
          "--site leads to the site "
              + site.name()
              + ", and the pair file declares "
              + pair.siteHostName()
              + "; name the same site in both");
    }
    return this;
  }

  /** Returns a client of one address; without an account it can only probe. */
  ApplianceClient client(ApplianceAddress address, @Nullable ApiAccount account) {
    return client(address, account, settings -> settings);
  }

  /** Returns a client of one address, with some settings of its own. */
  ApplianceClient client(
      ApplianceAddress address,
      @Nullable ApiAccount account,
      UnaryOperator<ApplianceClientBuilder> more) {
    return checked(() -> more.apply(settings(account)).address(address).build());
  }

  /**
   * Returns a client of both appliances, and of the site if it is given.
   *
   * @param history where it remembers what it sees; null for nowhere
   */
  PairClient pair(ApiAccount account, Duration pollInterval, @Nullable Path history) {
    return pair(account, pollInterval, history, settings -> settings);
  }

  /** Returns the same with some settings of its own. */
  PairClient pair(
      ApiAccount account,
      Duration pollInterval,
      @Nullable Path history,
      UnaryOperator<ApplianceClientBuilder> more) {
    return checked(
        () -> {
          PairClientBuilder pair =
              PairClient.builder(more.apply(settings(account)))
                  .primary(primary())
                  .backup(backup())
                  .pollInterval(pollInterval);
          if (history != null) {
            pair.historyFile(history);
          }
          return hasSite() ? pair.site(site()).build() : pair.build();
        });
  }

  /** Returns the account of the environment. */
  ApiAccount account(Map<String, String> environment) {
    Path kept = tokenFile;
    return checked(
        () -> {
          ApiAccount account = ApiAccount.from(environment);
          return kept == null ? account : account.keepTokensIn(kept);
        });
  }

  private ApplianceClientBuilder settings(@Nullable ApiAccount account) {
    ApplianceClientBuilder settings =
        ApplianceClient.builder()
            .userAgent("bseries-tool")
            .callTimeout(callTimeout)
            .connectTimeout(shorter(callTimeout, Duration.ofSeconds(10)));
    if (account != null) {
      settings.account(account);
    }
    AddressResolver resolver = AddressResolver.system();
    for (Map.Entry<String, String> each : resolved.entrySet()) {
      resolver = resolver.withFixed(each.getKey(), each.getValue());
    }
    settings.resolver(resolver).pins(pins.toArray(CertificatePin[]::new));
    return trust == null ? settings : settings.trustedCertificates(trust);
  }

  /** What cannot be built is a mistake of the user: nothing was asked of an appliance by then. */
  private <T> T checked(Supplier<T> build) {
    try {
      return build.get();
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  ParameterException wrong(String message) {
    CommandSpec command = spec;
    if (command == null) {
      throw new IllegalStateException(message);
    }
    return new ParameterException(command.commandLine(), message);
  }

  /** The certificate bears the site's name, whichever appliance shows it. */
  private ApplianceAddress own(String option, @Nullable ApplianceAddress address) {
    ApplianceAddress given = required(option, address);
    ApplianceAddress named = site;
    return named == null || isUnnamed(named) ? given : given.named(named.name());
  }

  private static boolean isUnnamed(ApplianceAddress address) {
    return address.isHostIpAddress() && address.name().equals(address.host());
  }

  private ApplianceAddress required(String option, @Nullable ApplianceAddress address) {
    if (address == null) {
      throw wrong("Missing required option: " + option + "=URL");
    }
    return address;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
