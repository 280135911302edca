// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

import static io.github.bseries.core.backup.Inclusion.INCLUDED;
import static io.github.bseries.core.backup.Inclusion.LEFT_OUT;
import static io.github.bseries.core.backup.Inclusion.UNSETTLED;

import io.github.bseries.core.pair.Product;

/** What is in an NSB, or left out of it, under the same conditions. */
enum NsbShelf {
  /** In every file. */
  SETTINGS {
    @Override
    NsbEntry entry(NsbItem item, Product product, NsbOrigin origin) {
      return new NsbEntry(item, INCLUDED, "in every file", PAGE_LIST);
    }
  },

  /** In every file of Remote Support. */
  SUPPORT_SETTINGS {
    @Override
    NsbEntry entry(NsbItem item, Product product, NsbOrigin origin) {
      return product == Product.REMOTE_SUPPORT
          ? new NsbEntry(item, INCLUDED, "in every file of Remote Support", PAGE_LIST)
          : new NsbEntry(item, LEFT_OUT, "in files of Remote Support only", PAGE_LIST);
    }
  },

  /** In every file, encrypted. The list of the guide does not name it, its chapter on keys does. */
  VAULT {
    @Override
    NsbEntry entry(NsbItem item, Product product, NsbOrigin origin) {
      return new NsbEntry(item, INCLUDED, "encrypted, of no use without the key", VAULT_CHAPTER);
    }
  },

  /** In no file. */
  VAULT_KEY {
    @Override
    NsbEntry entry(NsbItem item, Product product, NsbOrigin origin) {
      return new NsbEntry(item, LEFT_OUT, "saved by a download of its own", VAULT_CHAPTER);
    }
  },

  /** The API's page for either product names them; the guide gives them to Remote Support alone. */
  SMALL_FILES {
    @Override
    NsbEntry entry(NsbItem item, Product product, NsbOrigin origin) {
      if (origin == NsbOrigin.API) {
        return new NsbEntry(item, INCLUDED, "within both limits", "D-BACKUP");
      }
      return product == Product.REMOTE_SUPPORT
          ? new NsbEntry(item, INCLUDED, "within both limits", PAGE_LIST)
          : new NsbEntry(
              item,
              UNSETTLED,
              "the guide names them for Remote Support only, the API's page for both products",
              PAGE_LIST + ", D-BACKUP");
    }
  },

  /** In a file with history. */
  HISTORY {
    @Override
    NsbEntry entry(NsbItem item, Product product, NsbOrigin origin) {
      return switch (origin) {
        case PAGE_WITH_HISTORY -> new NsbEntry(item, INCLUDED, "history was asked for", PAGE_LIST);
        case PAGE_WITHOUT_HISTORY ->
            new NsbEntry(item, LEFT_OUT, "history was not asked for", PAGE_LIST);
        case API -> new NsbEntry(item, INCLUDED, "the API always includes logged data", "D-BACKUP");
      };
    }
  },

  /** In a file of Remote Support with history. */
  SUPPORT_HISTORY {
    @Override
    NsbEntry entry(NsbItem item, Product product, NsbOrigin origin) {
      return product == Product.REMOTE_SUPPORT
          ? HISTORY.entry(item, product, origin)
          : new NsbEntry(item, LEFT_OUT, "in files of Remote Support only", PAGE_LIST);
    }
  },

  /** Left out by the API, which leaves out all recordings; the guide's list is silent. */
  OTHER_RECORDINGS {
    @Override
    NsbEntry entry(NsbItem item, Product product, NsbOrigin origin) {
      return origin == NsbOrigin.API
          ? new NsbEntry(item, LEFT_OUT, "the API leaves out recordings", "D-BACKUP")
          : new NsbEntry(item, UNSETTLED, "in neither list of the guide", PAGE_LIST);
    }
  },

  /** In no file. */
  NEVER {
    @Override
    NsbEntry entry(NsbItem item, Product product, NsbOrigin origin) {
      return new NsbEntry(item, LEFT_OUT, "in no file", PAGE_LIST);
    }
  };

  private static final String PAGE_LIST = "S2 \"Back Up /login\"";
  private static final String VAULT_CHAPTER = "S2 \"Back Up Vault Encryption Key\", D-MGMT";

  abstract NsbEntry entry(NsbItem item, Product product, NsbOrigin origin);
}
