// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import io.github.bseries.core.backup.NsbFileName;
import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.ApplianceId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What things are called in an archive, and which of them are ours. */
final class ArchiveNames {

  static final String LOCK = ".bseries-archive.lock";
  static final String MANIFEST = "manifest.json";

  private static final String STORING = ".storing-";
  private static final String DROPPING = ".dropping-";
  private static final String ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private static final Pattern UNFINISHED =
      Pattern.compile("(?:" + Pattern.quote(STORING) + "|" + Pattern.quote(DROPPING) + ")" + ID);
  private static final Pattern MANIFEST_PART =
      Pattern.compile(Pattern.quote("." + MANIFEST + ".") + ID + "\\.part");

  /** What {@link #folder} makes, and what follows where that was taken. */
  private static final Pattern FOLDER =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}T(?:[0-9]{2}-){2}[0-9]{2}Z-.+-[0-9a-f]{8}(?:-[0-9]+)?");

  /** Fit for every file system and every shell: what begins with a dot or a hyphen is not. */
  private static final Pattern SAFE_FILE = Pattern.compile("(?i)[a-z0-9_][a-z0-9._-]{0,150}\\.nsb");

  /** What age appends by custom, and what it is known by. */
  private static final String ENCRYPTED = ".age";

  /** What is a device on Windows, with any ending. */
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\\..*)?");

  private static final Pattern UNFIT = Pattern.compile("[^a-z0-9._-]+");
  private static final int LONGEST_HOST = 80;
  private static final int DIGITS_OF_ID = 8;

  private static final DateTimeFormatter FOLDER_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'", Locale.ROOT);
  private static final DateTimeFormatter FILE_TIME =
      DateTimeFormatter.ofPattern("HHmmss", Locale.ROOT);

  private ArchiveNames() {}

  /** Returns a new folder in which a pair of files comes into being. */
  static Path storing(Path archive) {
    return archive.resolve(STORING + UUID.randomUUID());
  }

  /** Returns a new folder in which a pair of files goes. */
  static Path dropping(Path archive) {
    return archive.resolve(DROPPING + UUID.randomUUID());
  }

  /** Returns whether a folder of this name is left over from something that did not end. */
  static boolean isUnfinished(String name) {
    return UNFINISHED.matcher(name).matches();
  }

  /** Returns whether a file of this name is left over from a manifest that was to be replaced. */
  static boolean isManifestPart(String name) {
    return MANIFEST_PART.matcher(name).matches();
  }

  /** Returns whether a file of a backup in an archive may have this name. */
  static boolean isOfBackup(String fileName, boolean encrypted) {
    return encrypted
        ? fileName.endsWith(ENCRYPTED)
            && isSafe(fileName.substring(0, fileName.length() - ENCRYPTED.length()))
        : isSafe(fileName);
  }

  /** Returns the name of the file of a backup once it is encrypted, or the same if it is not. */
  static String encrypted(String fileName, boolean encrypted) {
    return encrypted ? fileName + ENCRYPTED : fileName;
  }

  private static boolean isSafe(String fileName) {
    return SAFE_FILE.matcher(fileName).matches() && !DEVICE.matcher(fileName).matches();
  }

  /** Returns the name of the folder of a backup: when, from where, and of which appliance. */
  static String folder(Instant startedAt, String host, ApplianceId appliance) {
    return FOLDER_TIME.format(utc(startedAt)) + "-" + fit(host) + "-" + digits(appliance);
  }

  /** Returns whether this is the name of the folder of a backup. */
  static boolean isFolder(String name) {
    return FOLDER.matcher(name).matches();
  }

  /** Returns whether a file of this name looks like a backup, whoever gave it the name. */
  static boolean endsAsBackup(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    return name.endsWith(".nsb") || name.endsWith(".nsb" + ENCRYPTED);
  }

  /** Returns the server's name of the file if that is safe, and one of ours otherwise. */
  static String file(
      @Nullable String serverFileName,
      ApplianceHealth health,
      String siteOrHost,
      Instant startedAt) {
    if (serverFileName != null && isSafe(serverFileName)) {
      return serverFileName;
    }
    LocalDateTime moment = utc(startedAt);
    String id = FILE_TIME.format(moment) + "x" + digits(health.applianceId());
    if (health.version() != null) {
      try {
        String made =
            NsbFileName.make(health.version(), fit(siteOrHost), moment.toLocalDate(), id).text();
        if (isSafe(made)) {
          return made;
        }
      } catch (IllegalArgumentException e) {
        // A version, a host or a date that cannot stand in such a name: the plain one will do.
        return plain(moment, id);
      }
    }
    return plain(moment, id);
  }

  private static String plain(LocalDateTime moment, String id) {
    return "backup-" + DateTimeFormatter.BASIC_ISO_DATE.format(moment) + "-" + id + ".nsb";
  }

  private static LocalDateTime utc(Instant moment) {
    return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
  }

  private static String digits(ApplianceId appliance) {
    return appliance.value().substring(0, DIGITS_OF_ID);
  }

  private static String fit(String host) {
    String name = UNFIT.matcher(host.toLowerCase(Locale.ROOT)).replaceAll("_");
    return name.length() <= LONGEST_HOST ? name : name.substring(0, LONGEST_HOST) + "_";
  }
}
