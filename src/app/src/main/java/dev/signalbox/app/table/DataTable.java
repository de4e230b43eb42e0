package dev.signalbox.app.table;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.fx.Background;
import dev.signalbox.app.fx.FxThread;
import dev.signalbox.app.fx.Places;
import dev.signalbox.app.fx.Row;
import dev.signalbox.app.fx.Rows;
import dev.signalbox.app.prefs.Preferences;
import dev.signalbox.core.problem.Problem;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;

/// The one table of all screens: filters as you type, sorts, keeps the selection while the content changes under
/// it, copies as TSV, and says why it is empty.
///
/// The content is a plain list of records, given anew with every snapshot; what it takes to show it follows by
/// key. Large content is filtered and sorted off the FX thread.
public final class DataTable<K, T> extends StackPane {
    /// From here on, arranging takes long enough to be felt.
    static final int LARGE = 2_000;

    private final Background background = new Background(new FxThread());
    private final List<Column<T>> columns;
    private final Function<T, K> keyOf;
    private final Rows<K, T> rows;
    private final Places<T> places = new Places<>();
    private final TableView<Row<T>> view = new TableView<>();
    private final List<TableColumn<Row<T>, T>> tableColumns;
    private final ColumnMenu menu;
    private final FilterField filter = new FilterField();
    private final TablePlaceholder placeholder = new TablePlaceholder();
    private final ReadOnlyObjectWrapper<List<T>> selection = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<T>> visible = new ReadOnlyObjectWrapper<>(List.of());
    private List<T> content = List.of();
    private List<K> selectedKeys = List.of();
    private Optional<K> wanted = Optional.empty();
    private boolean shownByPlace;
    private boolean showing;
    private boolean arranging;
    private boolean arrangeAgain;

    public DataTable(Function<T, K> keyOf, List<Column<T>> columns) {
        this.keyOf = keyOf;
        this.columns = List.copyOf(columns);
        this.rows = new Rows<>(keyOf);
        getStyleClass().add("data-table");
        getChildren().add(view);
        this.tableColumns = columns.stream().map(TableColumns::of).toList();
        this.menu = new ColumnMenu(columns, tableColumns);
        view.getColumns().setAll(tableColumns);
        view.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        view.setItems(rows);
        view.setPlaceholder(placeholder);
        view.setAccessibleText(text("table.accessible", columns.getFirst().title()));
        // Arranging is ours, so that it can leave the FX thread; the view only says by which
        // column.
        view.setSortPolicy(_ -> true);
        view.getSortOrder().addListener((InvalidationListener) _ -> arrange());
        view.getColumns().forEach(column -> column.sortTypeProperty().subscribe(_ -> arrange()));
        watchSelection();
        filter.textProperty().subscribe(_ -> arrange());
        filter.onDown(view::requestFocus);
        new TableCopy<>(view, this::seen, visible::get);
    }

    /// Shows exactly this. The same content again changes nothing.
    public void setItems(List<T> items) {
        if (!items.equals(content)) {
            content = items;
            arrange();
        }
    }

    /// What is said while there are no rows.
    public void setState(TableState state) {
        placeholder.setState(state);
    }

    /// The field that filters this table; place it in the screen's tool row.
    public TextField filterField() {
        return filter;
    }

    /// Lets several rows be selected.
    public DataTable<K, T> multiple() {
        view.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        return this;
    }

    /// Orders by this column until the operator chooses another.
    public DataTable<K, T> sortedBy(Column<T> column, TableColumn.SortType direction) {
        TableColumn<Row<T>, ?> sorted = tableColumns.get(columns.indexOf(column));
        sorted.setSortType(direction);
        view.getSortOrder().setAll(List.of(sorted));
        return this;
    }

    /// Shows rows pale for which this holds: what is known of them is old.
    public DataTable<K, T> stale(Predicate<T> isOld) {
        view.setRowFactory(_ -> new StaleRow<>(isOld));
        return this;
    }

    /// Shows or hides a column.
    public void setShown(Column<T> column, boolean shown) {
        menu.setOffered(columns.indexOf(column), shown);
    }

    /// Lets the operator choose the columns by a right-click on a title, and remembers the choice.
    ///
    /// @param name of the table in what is remembered
    public DataTable<K, T> choosable(String name, Preferences preferences) {
        menu.remember(name, preferences);
        return this;
    }

    /// What is selected, with its newest values.
    public ReadOnlyObjectProperty<List<T>> selection() {
        return selection.getReadOnlyProperty();
    }

    /// What is selected, if it is one.
    public ObservableValue<Optional<T>> selected() {
        return selection.map(
                items -> items.size() == 1 ? Optional.of(items.getFirst()) : Optional.empty());
    }

    /// What the filter leaves, in the order shown.
    public ReadOnlyObjectProperty<List<T>> visible() {
        return visible.getReadOnlyProperty();
    }

    /// Selects and scrolls to it: now, or when it comes.
    public void select(K key) {
        filter.clear();
        wanted = Optional.of(key);
        restoreSelection();
    }

    public void clearSelection() {
        view.getSelectionModel().clearSelection();
    }

    private List<Column<T>> seen() {
        return IntStream.range(0, columns.size())
                .filter(index -> tableColumns.get(index).isVisible())
                .mapToObj(columns::get)
                .toList();
    }

    private void watchSelection() {
        view.getSelectionModel()
                .getSelectedIndices()
                .addListener((InvalidationListener) _ -> selectionMoved());
    }

    private void selectionMoved() {
        if (showing) {
            return;
        }
        List<T> items =
                view.getSelectionModel().getSelectedIndices().stream()
                        .filter(index -> index >= 0 && index < visible.get().size())
                        .map(index -> visible.get().get(index))
                        .toList();
        selectedKeys = items.stream().map(keyOf).toList();
        selection.set(items);
    }

    private void arrange() {
        Arrangement<T> arrangement =
                new Arrangement<>(
                        filter.getText() == null ? "" : filter.getText(),
                        order(),
                        columns.stream()
                                .filter(Column::isSearched)
                                .<Function<T, String>>map(column -> column::copied)
                                .toList());
        placeholder.setFilter(arrangement.filter());
        List<T> now = content;
        if (now.size() <= LARGE && !arranging) {
            show(arrangement.of(now));
        } else if (arranging) {
            arrangeAgain = true;
        } else {
            arranging = true;
            background.run(
                    "arrange",
                    () -> distinct(arrangement.of(now)),
                    this::arranged,
                    this::notArranged);
        }
    }

    private void arranged(List<T> result) {
        arranging = false;
        show(result);
        if (arrangeAgain) {
            arrangeAgain = false;
            arrange();
        }
    }

    private void notArranged(Problem problem) {
        setState(new TableState.Failed(problem));
        arranged(List.of());
    }

    private Optional<Comparator<T>> order() {
        return view.getSortOrder().stream()
                .map(
                        sorted -> {
                            Comparator<T> order = columns.get(tableColumns.indexOf(sorted)).order();
                            return sorted.getSortType() == TableColumn.SortType.DESCENDING
                                    ? order.reversed()
                                    : order;
                        })
                .reduce(Comparator::thenComparing);
    }

    /// Of two with the same key the first one counts.
    private List<T> distinct(List<T> arranged) {
        Set<K> keys = HashSet.newHashSet(arranged.size());
        return arranged.stream().filter(item -> keys.add(keyOf.apply(item))).toList();
    }

    /// Much is shown by place, so that a refresh costs what is seen of it; little by key, so that rows move.
    private void show(List<T> arranged) {
        showing = true;
        boolean byPlace = content.size() > LARGE;
        List<T> shown = byPlace ? arranged : distinct(arranged);
        if (byPlace) {
            places.show(shown);
            rows.show(List.of());
        } else {
            rows.show(shown);
            places.show(List.of());
        }
        if (byPlace != shownByPlace) {
            shownByPlace = byPlace;
            view.setItems(byPlace ? places : rows);
        }
        showing = false;
        visible.set(shown);
        restoreSelection();
    }

    /// The table view forgets or shifts its selection when rows move; the keys are what the operator selected.
    private void restoreSelection() {
        List<Integer> target = wanted.map(key -> indices(Set.of(key))).orElse(List.of());
        List<Integer> indices = target.isEmpty() ? indices(Set.copyOf(selectedKeys)) : target;
        showing = true;
        if (!view.getSelectionModel().getSelectedIndices().equals(indices)) {
            view.getSelectionModel().clearSelection();
            indices.forEach(view.getSelectionModel()::select);
        }
        showing = false;
        if (!target.isEmpty()) {
            wanted = Optional.empty();
            view.scrollTo(Math.max(0, target.getFirst() - 3));
        }
        selectionMoved();
    }

    private List<Integer> indices(Set<K> keys) {
        List<T> shown = visible.get();
        return IntStream.range(0, keys.isEmpty() ? 0 : shown.size())
                .filter(index -> keys.contains(keyOf.apply(shown.get(index))))
                .boxed()
                .toList();
    }
}
