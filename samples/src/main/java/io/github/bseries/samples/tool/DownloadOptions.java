// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import io.github.bseries.client.AgeRecipient;
import io.github.bseries.client.ApplianceClientBuilder;
import io.github.bseries.client.DownloadSettings;
import io.github.bseries.client.SecretSource;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say how a backup is brought home. */
final class DownloadOptions {

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = "--recipient",
      paramLabel = "KEY",
      description =
          "encrypt to this public key of age, such as age1...; may be given several times, each of"
              + " them can decrypt alone")
  private List<String> recipients = List.of();

  @Option(
      names = "--recipients-file",
      paramLabel = "FILE",
      description = "encrypt to all public keys in this file, one on a line")
  private @Nullable Path recipientsFile;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "send the password in this file along; what becomes of it is not documented")
  private @Nullable Path passwordFile;

  @Option(
      names = "--idle-timeout",
      paramLabel = "SPAN",
      defaultValue = "5m",
      description = "for how long nothing may come; ${DEFAULT-VALUE} unless set")
  private Duration idleTimeout = Duration.ofMinutes(5);

  @Option(
      names = "--smallest",
      paramLabel = "SIZE",
      defaultValue = "1KiB",
      converter = Sizes.class,
      description =
          "below this length nothing is called a backup, such as 500000, 100KiB or 2GiB;"
              + " ${DEFAULT-VALUE} unless set")
  private long smallestBytes = 1024;

  @Option(
      names = "--accept-unproven-end",
      description =
          "take a backup whose end may be a cut, since neither its length nor a last chunk was"
              + " told; refused unless set, and never counted as good")
  private boolean unprovenEndAccepted;

  @Option(
      names = "--progress",
      negatable = true,
      description =
          "show on standard error how far it is; by default where that is a terminal of Linux, and"
              + " never with --no-progress")
  private @Nullable Boolean progress;

  /** Returns a line that tells how far it is, or shows nothing, as the user likes it. */
  DownloadBar bar(PrintWriter err) {
    Boolean asked = progress;
    return DownloadBar.on(err, asked == null ? DownloadBar.isTerminal() : asked);
  }

  /** Returns the settings of a client that downloads. */
  ApplianceClientBuilder client(ApplianceClientBuilder settings) {
    return settings.backupIdleTimeout(idleTimeout);
  }

  DownloadSettings settings() {
    try {
      List<AgeRecipient> all = new ArrayList<>(recipients.stream().map(AgeRecipient::new).toList());
      Path file = recipientsFile;
      if (file != null) {
        all.addAll(AgeRecipient.ofFile(file));
      }
      DownloadSettings.Builder settings =
          DownloadSettings.builder()
              .recipients(all)
              .smallestBytes(smallestBytes)
              .unprovenEndAccepted(unprovenEndAccepted);
      Path password = passwordFile;
      return password == null
          ? settings.build()
          : settings.password(SecretSource.ofFile(password)).build();
    } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
      CommandSpec command = spec;
      if (command == null) {
        throw e;
      }
      throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()));
    }
  }
}
