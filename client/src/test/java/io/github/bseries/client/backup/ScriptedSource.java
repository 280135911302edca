// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import io.github.bseries.client.AgeRecipient;
import io.github.bseries.client.BackupEncryption;
import io.github.bseries.client.BackupEnd;
import io.github.bseries.client.DiskFullException;
import io.github.bseries.client.DownloadSettings;
import io.github.bseries.client.internal.backup.BackupWriter;
import io.github.bseries.client.internal.backup.NoRoom;
import io.github.bseries.client.internal.backup.Room;
import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.ApplianceId;
import io.github.bseries.core.pair.ApplianceVersion;
import io.github.bseries.core.pair.FailoverRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A source that gives what a test says, through the same file in the making as a real one. */
final class ScriptedSource implements BackupSource {

  static final ApplianceId A = new ApplianceId("0a".repeat(16));
  static final ApplianceId B = new ApplianceId("0b".repeat(16));

  private ApplianceId appliance = A;
  private FailoverRole role = FailoverRole.PRIMARY;
  private ApplianceVersion version = ApplianceVersion.parse("25.1.2 (41234-abcdef)");
  private byte[] content = content(1, 5_000);
  private String serverFileName;
  private BackupEnd end = BackupEnd.LENGTH;
  private Runnable midway = () -> {};
  private Runnable afterwards = () -> {};
  private String host = "site1.example.com";
  private DownloadSettings asked;

  /** Returns bytes that are the same for the same seed and size. */
  static byte[] content(long seed, int size) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  ScriptedSource of(ApplianceId appliance) {
    this.appliance = appliance;
    return this;
  }

  ScriptedSource playing(FailoverRole role) {
    this.role = role;
    return this;
  }

  ScriptedSource running(String version) {
    this.version = version == null ? null : ApplianceVersion.parse(version);
    return this;
  }

  ScriptedSource giving(byte[] content) {
    this.content = content;
    return this;
  }

  ScriptedSource calling(String serverFileName) {
    this.serverFileName = serverFileName;
    return this;
  }

  ScriptedSource ending(BackupEnd end) {
    this.end = end;
    return this;
  }

  /** Runs this when half of the content is written. */
  ScriptedSource midway(Runnable midway) {
    this.midway = midway;
    return this;
  }

  /** Returns the settings with which it was asked last. */
  DownloadSettings asked() {
    return asked;
  }

  ScriptedSource at(String host) {
    this.host = host;
    return this;
  }

  /** Runs this before each health that is read after a backup was brought. */
  ScriptedSource afterwards(Runnable afterwards) {
    this.afterwards = afterwards;
    return this;
  }

  @Override
  public String host() {
    return host;
  }

  @Override
  public ApplianceHealth health() {
    if (asked != null) {
      afterwards.run();
    }
    return new ApplianceHealth(appliance, null, version, true, List.of(), role, List.of(), null);
  }

  @Override
  public BroughtBackup bring(Path target, DownloadSettings settings) {
    asked = settings;
    List<String> recipients = settings.recipients().stream().map(AgeRecipient::text).toList();
    Room room = Room.around(target, 0);
    try (BackupWriter file = BackupWriter.to(target, recipients, room)) {
      file.write(content, content.length / 2);
      midway.run();
      byte[] rest = Arrays.copyOfRange(content, content.length / 2, content.length);
      file.write(rest, rest.length);
      BackupWriter.Published made = file.publish();
      return new BroughtBackup(
          made.fileBytes(),
          made.fileSha256(),
          Duration.ofSeconds(90),
          null,
          serverFileName,
          end,
          "GET /api/backup",
          false,
          recipients.isEmpty()
              ? null
              : new BackupEncryption(settings.recipients(), content.length, made.plainSha256()));
    } catch (NoRoom e) {
      throw new DiskFullException(target.getParent(), e.neededBytes(), e.usableBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the backup to " + target + ": " + e, e);
    }
  }
}
