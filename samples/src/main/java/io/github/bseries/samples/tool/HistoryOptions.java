// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import io.github.bseries.client.Remembered;
import io.github.bseries.core.pair.ApplianceAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where a command remembers what it saw of a pair, and what was asked of it. */
final class HistoryOptions {

  private static final int LONGEST_NAME = 200;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = "--history",
      paramLabel = "FILE",
      description =
          "where to remember this look, and role changes that were asked for. Unless set, a file"
              + " for each pair in $XDG_STATE_HOME/bseries, or in ~/.local/state/bseries")
  private @Nullable Path file;

  @Option(
      names = "--no-history",
      description =
          "remember nothing. A role change that was asked for before is not known then, and blocks"
              + " nothing")
  private boolean none;

  /** Returns the file for the pair at these addresses; null if nothing is to be remembered. */
  @Nullable Path file(Map<String, String> environment, PairOptions pair) {
    if (file != null && none) {
      throw new ParameterException(
          command().commandLine(), "--history and --no-history exclude each other");
    }
    if (file != null || none) {
      return file;
    }
    Path folder = stateFolder(environment).resolve("bseries");
    make(folder);
    return folder.resolve(name(pair.primary()) + "+" + name(pair.backup()) + ".json");
  }

  /** Tells of a memory that is not as it should be, and returns what that makes of the verdict. */
  ExitCode judge(Remembered memory, ExitCode code) {
    memory
        .trouble()
        .ifPresent(trouble -> command().commandLine().getErr().println("bseries: " + trouble));
    return memory.trouble().isPresent() ? code.heavier(ExitCode.UNKNOWN) : code;
  }

  private CommandSpec command() {
    CommandSpec command = spec;
    if (command == null) {
      throw new IllegalStateException("not parsed");
    }
    return command;
  }

  /** An absolute folder, as the XDG Base Directory Specification has it. */
  private static Path stateFolder(Map<String, String> environment) {
    String set = environment.getOrDefault("XDG_STATE_HOME", "");
    if (!set.isEmpty() && Path.of(set).isAbsolute()) {
      return Path.of(set);
    }
    String home = environment.getOrDefault("HOME", "");
    return Path.of(home.isEmpty() ? System.getProperty("user.home") : home, ".local", "state");
  }

  private static void make(Path folder) {
    try {
      if (!Files.isDirectory(folder)) {
        boolean modes = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (modes) {
          Files.createDirectories(
              folder,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
          Files.createDirectories(folder);
        }
      }
    } catch (IOException e) {
      // The look is made nevertheless, and says then that it could not be remembered.
      return;
    }
  }

  private static String name(ApplianceAddress address) {
    String name =
        (address.host() + "_" + address.port())
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9.-]", "_");
    int most = LONGEST_NAME / 2;
    return name.length() <= most
        ? name
        : name.substring(0, most - 9) + "-" + Integer.toHexString(name.hashCode());
  }
}
