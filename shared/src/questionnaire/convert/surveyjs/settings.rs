//! Settings that only concern the look or the tool itself: they are counted and told together.

use std::collections::BTreeMap;

use super::super::Report;
use crate::questionnaire::problem::quoted;

/// What settings concern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Concern {
    /// How something looks.
    Look,
    /// How one moves through the survey.
    Navigation,
    /// Words on buttons, in empty fields and in the tool's own messages.
    Words,
    /// Right answers and time limits.
    Quiz,
    /// How the tool stores and sends.
    Tool,
    /// HTML that only formats words.
    Format,
}

impl Concern {
    const fn told(self) -> &'static str {
        match self {
            Self::Look => "settings of the look",
            Self::Navigation => "settings of navigation and checking",
            Self::Words => "words of buttons, empty fields and messages",
            Self::Quiz => "settings of a quiz (right answers, time limits)",
            Self::Tool => "settings of storing and sending",
            Self::Format => "texts with formatting",
        }
    }

    const fn instead(self) -> Option<&'static str> {
        match self {
            Self::Look | Self::Navigation | Self::Words => Some("the platform's own"),
            Self::Format => Some("the same words without it"),
            Self::Quiz | Self::Tool => None,
        }
    }
}

/// How often each setting occurred.
#[derive(Default)]
pub struct Tally(BTreeMap<Concern, BTreeMap<String, usize>>);

/// Keys of the tally that are told one by one.
const MOST_KEYS: usize = 40;

impl Tally {
    /// Counts a setting.
    pub fn count(&mut self, concern: Concern, key: &str) {
        *self.0.entry(concern).or_default().entry(key.to_owned()).or_default() += 1;
    }

    /// A notice a concern.
    pub fn tell(&self, report: &mut Report) {
        for (concern, keys) in &self.0 {
            let all: usize = keys.values().sum();
            let names: Vec<_> = keys.keys().take(MOST_KEYS).map(String::as_str).collect();
            let reason = format!("{all} {} ({})", concern.told(), names.join(", "));
            match concern.instead() {
                Some(by) => report.replaced("the survey", reason, by),
                None => report.dropped("the survey", reason),
            }
        }
    }
}

/// What the setting `key` concerns; `None`: more than look or tool, so it is told on its own.
pub fn concern(key: &str) -> Option<Concern> {
    let table = [
        (Concern::Look, LOOK),
        (Concern::Navigation, NAVIGATION),
        (Concern::Words, WORDS),
        (Concern::Quiz, QUIZ),
        (Concern::Tool, TOOL),
    ];
    table.into_iter().find(|(_, keys)| keys.contains(&key)).map(|(concern, _)| concern)
}

const LOOK: &[&str] = &[
    "acceptCarriageReturn",
    "addRowButtonLocation",
    "addRowLocation",
    "allowAdaptiveActions",
    "allowClear",
    "allowImagesPreview",
    "allowResize",
    "allowResizeComment",
    "allowRowReorder",
    "allowRowsDragAndDrop",
    "allowSwap",
    "allowDragRange",
    "alternateRows",
    "autoGenerate",
    "autoGrow",
    "autoGrowComment",
    "autocomplete",
    "backgroundColor",
    "backgroundImage",
    "backgroundImageAttachment",
    "backgroundImageFit",
    "backgroundOpacity",
    "cellComponent",
    "cellErrorLocation",
    "choicesLazyLoadEnabled",
    "choicesLazyLoadPageSize",
    "closeOnSelect",
    "colCount",
    "colSpan",
    "columnColCount",
    "columnLayout",
    "columnMinWidth",
    "columnsLayout",
    "commentAreaRows",
    "commentRows",
    "contentMode",
    "cssClasses",
    "currency",
    "descriptionLocation",
    "detailErrorLocation",
    "detailPanelMode",
    "detailPanelShowOnAdding",
    "displayMode",
    "displayRateDescriptionsAsExtremeItems",
    "displayStyle",
    "errorLocation",
    "fitToContainer",
    "gridLayoutColumns",
    "gridLayoutEnabled",
    "headerView",
    "height",
    "hideColumnsIfEmpty",
    "hideIfChoicesEmpty",
    "hideIfRowsEmpty",
    "hideNumber",
    "hideSelectedItems",
    "horizontalScroll",
    "imageFit",
    "imageHeight",
    "imageWidth",
    "indent",
    "innerIndent",
    "inputFieldComponent",
    "inputSize",
    "inputTextAlignment",
    "isSinglePage",
    "itemComponent",
    "itemErrorLocation",
    "itemSize",
    "itemTitleWidth",
    "labelCount",
    "labelFormat",
    "labelLocation",
    "logo",
    "logoFit",
    "logoHeight",
    "logoPosition",
    "logoWidth",
    "matrixDragHandleArea",
    "maxImageHeight",
    "maxImageWidth",
    "maxWidth",
    "maximumFractionDigits",
    "minImageHeight",
    "minImageWidth",
    "minWidth",
    "minimumFractionDigits",
    "newPanelPosition",
    "panelsState",
    "penColor",
    "penMaxWidth",
    "penMinWidth",
    "placeholderReadOnly",
    "precision",
    "questionDescriptionLocation",
    "questionErrorLocation",
    "questionStartIndex",
    "questionTitleLocation",
    "questionTitlePattern",
    "questionTitleTemplate",
    "questionTitleWidth",
    "rateColorMode",
    "rateDescriptionLocation",
    "removePanelButtonLocation",
    "renderAs",
    "renderMode",
    "requiredMark",
    "rowTitleWidth",
    "scaleColorMode",
    "searchEnabled",
    "searchMode",
    "selectToRankAreasLayout",
    "selectToRankSwapAreas",
    "separateSpecialChoices",
    "showBrandInfo",
    "showCount",
    "showHeader",
    "showInMultipleColumns",
    "showLabel",
    "showLabels",
    "showNumber",
    "showPageNumbers",
    "showPageTitles",
    "showPlaceholder",
    "showPreview",
    "showQuestionNumbers",
    "showTitle",
    "signatureAutoScaleEnabled",
    "signatureHeight",
    "signatureWidth",
    "size",
    "startWithNewLine",
    "state",
    "swapOrder",
    "tabAlign",
    "templateErrorLocation",
    "templateQuestionTitleLocation",
    "templateQuestionTitleWidth",
    "textWrapEnabled",
    "themeVariables",
    "titleLocation",
    "tooltipFormat",
    "tooltipVisibility",
    "totalAlignment",
    "totalDisplayStyle",
    "totalFormat",
    "transposeData",
    "useDisplayValuesInDynamicTexts",
    "useGrouping",
    "useTitleAsLabel",
    "verticalAlign",
    "width",
    "widthMode",
];

const NAVIGATION: &[&str] = &[
    "allowCompleteSurveyAutomatic",
    "allowHasOther",
    "autoAdvanceAllowComplete",
    "autoAdvanceEnabled",
    "autoFocusFirstError",
    "autoFocusFirstQuestion",
    "checkErrorsMode",
    "clearIfInvisible",
    "clearInvisibleValues",
    "confirmDelete",
    "firstPageIsStartPage",
    "firstPageIsStarted",
    "focusFirstQuestionAutomatic",
    "focusOnFirstError",
    "goNextPageAutomatic",
    "mode",
    "navigationButtonsLocation",
    "navigationButtonsVisibility",
    "navigationDescription",
    "navigationTitle",
    "previewMode",
    "progressBarInheritWidthFrom",
    "progressBarLocation",
    "progressBarNavigationTextLocation",
    "progressBarShowNavigationText",
    "progressBarShowPageNumbers",
    "progressBarShowPageTitles",
    "progressBarType",
    "progressTitle",
    "questionsOnPageMode",
    "showCompletePage",
    "showCompletedPage",
    "showNavigationButtons",
    "showPreviewBeforeComplete",
    "showPrevButton",
    "showProgressBar",
    "showTOC",
    "singleInputTitleTemplate",
    "textUpdateMode",
    "tocItemComponent",
    "tocLocation",
    "validateVisitedEmptyFields",
    "validationAllowComplete",
    "validationAllowSwitchPages",
    "validationEnabled",
    "keepIncorrectValues",
    "loopOnPages",
    "panelRemoveButtonLocation",
    "showRangeInProgress",
    "isExpanded",
    "isCollapsed",
];

const WORDS: &[&str] = &[
    "addPanelText",
    "addRowText",
    "cancelPreviewText",
    "cellHint",
    "clearCaption",
    "commentPlaceHolder",
    "commentPlaceholder",
    "completeText",
    "completedBeforeHtml",
    "confirmDeleteText",
    "createCustomChoiceText",
    "dataFormat",
    "defaultDisplayValue",
    "editText",
    "emptySurvey",
    "filePlaceholder",
    "fileOrPhotoPlaceholder",
    "keyDuplicationError",
    "loadingHtml",
    "maxErrorText",
    "minErrorText",
    "nextPanelText",
    "noEntriesText",
    "noRowsText",
    "optionsCaption",
    "otherErrorText",
    "otherPlaceHolder",
    "otherPlaceholder",
    "pageNextText",
    "pagePrevText",
    "panelAddText",
    "panelNextText",
    "panelPrevText",
    "panelRemoveText",
    "photoPlaceholder",
    "placeHolder",
    "placeholder",
    "prevPanelText",
    "previewText",
    "removePanelText",
    "removeRowText",
    "requiredErrorText",
    "requiredText",
    "selectAllText",
    "selectToRankEmptyRankedAreaText",
    "selectToRankEmptyUnrankedAreaText",
    "showPreviewText",
    "startSurveyText",
    "stepErrorText",
    "tabTitlePlaceholder",
    "templateTabTitle",
    "totalText",
    "altText",
    "processedTitle",
    "completedText",
    "emptyRowsText",
    "otherRowsText",
    "inputMask",
    "format",
    "customLabels",
];

const QUIZ: &[&str] = &[
    "correctAnswer",
    "maxTimeToFinish",
    "maxTimeToFinishPage",
    "showTimer",
    "showTimerPanel",
    "showTimerPanelMode",
    "timeLimit",
    "timeLimitPerPage",
    "timerInfoMode",
    "timerLocation",
    "quizMode",
];

const TOOL: &[&str] = &[
    "$schema",
    "allowCameraAccess",
    "cookieName",
    "id",
    "includeIntoResult",
    "partialSendEnabled",
    "sendResultOnPageNext",
    "sjsVersion",
    "sourceType",
    "storeDataAsText",
    "storeOthersAsComment",
    "surveyId",
    "surveyPostId",
    "surveyShowDataSaving",
    "uniqueId",
    "valuePropertyName",
    "waitForUpload",
    "clientId",
    "sendData",
    "allowCustomChoices",
    "imageLinkName",
    "maskedValue",
    "saveMaskedValue",
    "randomizeCategory",
    "themeName",
    "customProperties",
];

/// Why the setting `key` is left out.
pub fn reason(key: &str) -> String {
    let known = REASONS.iter().find(|(keys, _)| keys.contains(&key)).map(|(_, reason)| (*reason).to_owned());
    known.unwrap_or_else(|| format!("nothing corresponds to the setting {}", quoted(key)))
}

const REASONS: &[(&[&str], &str)] = &[
    (
        &[
            "defaultValue",
            "defaultValueExpression",
            "defaultRowValue",
            "defaultPanelValue",
            "copyDefaultValueFromLastEntry",
        ],
        "questions begin empty, so that nobody sends what they did not choose",
    ),
    (&["enableIf", "readOnly", "choicesEnableIf"], "what is shown can be answered"),
    (&["setValueIf", "setValueExpression", "resetValueIf"], "answers are only changed by who gives them"),
    (&["bindings"], "the length of a question does not follow another answer"),
    (&["rowOrder"], "rows keep their order"),
    (&["showSelectAllItem", "hasSelectAll"], "there is no option that ticks all others"),
    (&["eachRowUnique", "isAllRowUnique", "keyName", "isUnique"], "rows may have the same answers"),
    (&["acceptedCategories"], "the platform decides which types of files it takes"),
    (&["maxTextLength", "maxCommentLength", "maxOthersLength"], "lengths are limited question by question"),
    (&["randomize"], "one option or question alone is not drawn"),
    (&["dataList"], "no words are suggested while one types"),
    (&["templateVisibleIf", "rowsVisibleIf"], "all entries are shown"),
    (&["cells"], "the cells of a matrix have no texts of their own"),
    (&["navigateToUrl", "navigateToUrlOnCondition"], "respondents are sent nowhere else"),
    (&["minRangeLength", "maxRangeLength"], "the distance of two numbers is not limited"),
    (&["isCommentRequired"], "the text of an option may be left out"),
];
