/** Chooses how the shown checkpoint was trained. */
import { Segmented } from './Segmented.tsx';

interface RecipeToggleProps<Recipe extends string> {
  readonly recipes: readonly Recipe[];
  readonly recipe: Recipe;
  readonly onChange: (recipe: Recipe) => void;
  readonly disabled?: boolean;
}

export const RecipeToggle = <Recipe extends string>({
  recipes,
  recipe,
  onChange,
  disabled = false,
}: RecipeToggleProps<Recipe>) => (
  <Segmented
    legend="Recipe"
    options={recipes.map((value) => ({ value, text: value }))}
    value={recipe}
    onChange={onChange}
    disabled={disabled}
  />
);
