// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.file;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder, and files in it, that belong to their owner alone where the file system has modes. */
public final class OwnFolder {

  private static final Set<PosixFilePermission> OF_FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> OF_FILE =
      PosixFilePermissions.fromString("rw-------");

  private static final int LONGEST_NAME = 50;

  private static final Logger LOGGER = LoggerFactory.getLogger(OwnFolder.class);
  private static final AtomicBoolean TOLD = new AtomicBoolean();

  private OwnFolder() {}

  /** Returns the folder of a file. */
  public static Path of(Path file) {
    Path absolute = file.toAbsolutePath();
    Path folder = absolute.getParent();
    return folder == null ? absolute : folder;
  }

  /**
   * Returns a hidden name beside a file, under which it can come into being; no two are the same.
   */
  public static Path part(Path file) {
    // A name may be as long as the system allows; the longer one beside it may not.
    String name = String.valueOf(file.getFileName());
    String shortened = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    return of(file).resolve("." + shortened + "." + UUID.randomUUID() + ".part");
  }

  /** Makes a folder; its parent is there, it is not. */
  public static void create(Path folder) throws IOException {
    Files.createDirectory(folder, attributes(folder, OF_FOLDER));
    force(of(folder));
  }

  /** Returns how a new file is made that belongs to its owner alone. */
  public static FileAttribute<?>[] ofFile(Path file) {
    return attributes(file, OF_FILE);
  }

  /** Makes a file that is there its owner's alone. */
  public static void restrict(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view != null) {
      view.setPermissions(OF_FILE);
    }
  }

  /**
   * Puts names onto the disk, where that can be asked for. Windows opens no folder, and some
   * network and user-space file systems refuse this for folders; then a crash may take new names
   * back, and what stands under the old ones is whole. The first time in a process a warning is
   * logged.
   *
   * <p>An interrupt does not end it, and stays set.
   *
   * @throws IOException if the disk could not, and can again: a system tells a fault of the disk
   *     once, and what is refused is refused each time
   */
  public static void force(Path folder) throws IOException {
    force(folder, OwnFolder::forceOnce);
  }

  /** Does that in another way. */
  static void force(Path folder, Forcing forcing) throws IOException {
    try {
      uninterrupted(folder, forcing);
    } catch (IOException fault) {
      try {
        uninterrupted(folder, forcing);
      } catch (IOException refusal) {
        tell(folder, refusal);
        return;
      }
      throw fault;
    }
  }

  private static void uninterrupted(Path folder, Forcing forcing) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      while (!isDone(folder, forcing)) {
        interrupted |= Thread.interrupted();
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Returns false if an interrupt ended it. */
  private static boolean isDone(Path folder, Forcing forcing) throws IOException {
    try {
      forcing.force(folder);
      return true;
    } catch (ClosedByInterruptException e) {
      return false;
    }
  }

  private static void forceOnce(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static void tell(Path folder, IOException refusal) {
    String text =
        "the file system of {} puts no names of folders onto the disk when asked ({}): a power"
            + " failure may take back a file that was just made; files themselves are on the disk";
    if (TOLD.compareAndSet(false, true)) {
      LOGGER.warn(text, folder, refusal.toString());
    } else {
      LOGGER.debug(text, folder, refusal.toString());
    }
  }

  /** Puts the names in a folder onto the disk. */
  interface Forcing {
    void force(Path folder) throws IOException;
  }

  private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }
}
