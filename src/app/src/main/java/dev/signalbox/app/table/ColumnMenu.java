package dev.signalbox.app.table;

import dev.signalbox.app.prefs.Preferences;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TableColumn;

/// Which columns are seen: those that the screen offers, less those that the operator has put away by a right-click
/// on a title.
final class ColumnMenu {
    private final List<String> keys;
    private final List<String> titles;
    private final List<? extends TableColumn<?, ?>> columns;
    private final Set<String> notOffered = new HashSet<>();
    private final Set<String> hidden = new HashSet<>();

    ColumnMenu(List<? extends Column<?>> described, List<? extends TableColumn<?, ?>> columns) {
        this.keys = described.stream().map(Column::key).toList();
        this.titles = described.stream().map(Column::title).toList();
        this.columns = columns;
    }

    /// Whether the screen has something to show in it.
    void setOffered(int index, boolean offered) {
        if (offered) {
            notOffered.remove(keys.get(index));
        } else {
            notOffered.add(keys.get(index));
        }
        apply();
    }

    /// @param table what the choice is remembered under
    void remember(String table, Preferences preferences) {
        hidden.addAll(preferences.hiddenColumns(table));
        hidden.retainAll(keys);
        if (hidden.size() == keys.size()) {
            hidden.clear();
        }
        ContextMenu menu = new ContextMenu();
        for (int i = 0; i < columns.size(); i++) {
            menu.getItems().add(item(i, table, preferences));
            columns.get(i).setContextMenu(menu);
        }
        menu.setOnShowing(_ -> refresh(menu));
        apply();
    }

    private CheckMenuItem item(int index, String table, Preferences preferences) {
        CheckMenuItem item = new CheckMenuItem(titles.get(index));
        item.setOnAction(
                _ -> {
                    if (item.isSelected()) {
                        hidden.remove(keys.get(index));
                    } else {
                        hidden.add(keys.get(index));
                    }
                    preferences.setHiddenColumns(table, hidden);
                    apply();
                });
        return item;
    }

    private void refresh(ContextMenu menu) {
        long seen = columns.stream().filter(TableColumn::isVisible).count();
        for (int i = 0; i < keys.size(); i++) {
            CheckMenuItem item = (CheckMenuItem) menu.getItems().get(i);
            item.setVisible(!notOffered.contains(keys.get(i)));
            item.setSelected(!hidden.contains(keys.get(i)));
            // The last one stays: a table without columns has no titles to bring them back by.
            item.setDisable(columns.get(i).isVisible() && seen == 1);
        }
    }

    private void apply() {
        for (int i = 0; i < keys.size(); i++) {
            columns.get(i)
                    .setVisible(!notOffered.contains(keys.get(i)) && !hidden.contains(keys.get(i)));
        }
    }
}
