//! The built-in themes: tables of styles, and the palettes that most of them are made of.

use ratatui::style::{Color, Style};

use super::role::{ROLES, Role, Styles};

/// The colours of a theme.
#[derive(Clone, Copy)]
struct Palette {
    /// Text and background of the screen; `None` for the terminal's own.
    ground: Option<(Color, Color)>,
    /// The background of the selected row; without one it is reversed.
    selection: Option<Color>,
    /// Without a colour of its own what is quiet is dim.
    dim: Option<Color>,
    accent: Color,
    link: Color,
    success: Color,
    warning: Color,
    error: Color,
    info: Color,
    changed: Color,
    /// `None` where code is bold among words, and plain in blocks.
    code: Option<Color>,
    border: Option<Color>,
    rule: Option<Color>,
}

/// A colour by its six hexadecimal digits.
const fn hex(rgb: u32) -> Color {
    let [_, red, green, blue] = rgb.to_be_bytes();
    Color::Rgb(red, green, blue)
}

const fn set(styles: &mut Styles, role: Role, style: Style) {
    styles[role as usize] = style;
}

impl Palette {
    /// The styles that these colours make.
    const fn styles(self) -> Styles {
        let plain = Style::new();
        let mut styles = MONO;
        let dim = match self.dim {
            Some(color) => plain.fg(color),
            None => plain.dim(),
        };
        let selection = match (self.selection, self.ground) {
            (Some(color), Some((text, _))) => plain.fg(text).bg(color).bold(),
            _ => plain.bold().reversed(),
        };
        if let Some((text, back)) = self.ground {
            set(&mut styles, Role::Text, plain.fg(text).bg(back));
        }
        set(&mut styles, Role::Dim, dim);
        set(&mut styles, Role::Label, dim);
        set(&mut styles, Role::Accent, plain.fg(self.accent).bold());
        set(&mut styles, Role::Link, plain.fg(self.link).underlined());
        set(&mut styles, Role::Success, plain.fg(self.success));
        set(&mut styles, Role::Warning, plain.fg(self.warning).bold());
        set(&mut styles, Role::Error, plain.fg(self.error).bold());
        set(&mut styles, Role::Info, plain.fg(self.info));
        set(&mut styles, Role::Selection, selection);
        set(&mut styles, Role::SelectionDim, dim.not_bold());
        set(&mut styles, Role::Cursor, plain.fg(self.accent).bold());
        set(&mut styles, Role::Border, line(self.border, dim));
        set(&mut styles, Role::BorderFocus, plain.fg(self.accent));
        set(&mut styles, Role::TitleFocus, plain.fg(self.accent).bold());
        set(&mut styles, Role::Rule, line(self.rule, dim));
        set(&mut styles, Role::Match, plain.fg(self.accent).bold().underlined());
        set(&mut styles, Role::ChipHave, plain.fg(self.success).bold());
        set(&mut styles, Role::ChipMissing, dim);
        set(&mut styles, Role::ChipPlus, plain.fg(self.info));
        set(&mut styles, Role::New, plain.fg(self.success).bold());
        set(&mut styles, Role::Changed, plain.fg(self.changed).bold());
        set(&mut styles, Role::Marked, plain.fg(self.warning).bold());
        set(&mut styles, Role::Bar, plain.fg(self.accent));
        set(&mut styles, Role::BarOff, dim);
        if let Some(color) = self.code {
            set(&mut styles, Role::Code, plain.fg(color));
            set(&mut styles, Role::CodeBlock, plain.fg(color));
        }
        styles
    }
}

const fn line(color: Option<Color>, dim: Style) -> Style {
    match color {
        Some(color) => Style::new().fg(color),
        None => dim,
    }
}

/// No colour: bold, dim, underlined and reversed text, and the signs.
pub(super) const MONO: Styles = {
    let plain = Style::new();
    let mut styles = [plain; ROLES];
    set(&mut styles, Role::Dim, plain.dim());
    set(&mut styles, Role::Heading, plain.bold());
    set(&mut styles, Role::Label, plain.dim());
    set(&mut styles, Role::Accent, plain.bold());
    set(&mut styles, Role::Key, plain.bold());
    set(&mut styles, Role::Link, plain.underlined());
    set(&mut styles, Role::Warning, plain.bold());
    set(&mut styles, Role::Error, plain.bold());
    set(&mut styles, Role::Selection, plain.bold().reversed());
    set(&mut styles, Role::SelectionDim, plain);
    set(&mut styles, Role::SelectionOff, plain.bold());
    set(&mut styles, Role::Cursor, plain.bold());
    set(&mut styles, Role::Border, plain.dim());
    set(&mut styles, Role::TitleFocus, plain.bold().reversed());
    set(&mut styles, Role::Rule, plain.dim());
    set(&mut styles, Role::Match, plain.bold().underlined());
    set(&mut styles, Role::Found, plain.reversed());
    set(&mut styles, Role::FoundCurrent, plain.reversed().bold().underlined());
    set(&mut styles, Role::ChipHave, plain.bold());
    set(&mut styles, Role::ChipMissing, plain.dim());
    set(&mut styles, Role::New, plain.bold());
    set(&mut styles, Role::Changed, plain.bold());
    set(&mut styles, Role::Marked, plain.bold());
    set(&mut styles, Role::BarOff, plain.dim());
    // Among words it has to stand out without a colour, too.
    set(&mut styles, Role::Code, plain.bold());
    styles
};

/// The sixteen colours where nobody knows the background: those that most palettes keep readable on both.
const SIXTEEN: Palette = Palette {
    ground: None,
    selection: None,
    dim: None,
    accent: Color::Magenta,
    link: Color::LightBlue,
    success: Color::Green,
    warning: Color::Yellow,
    error: Color::Red,
    info: Color::LightBlue,
    changed: Color::Yellow,
    code: None,
    border: None,
    rule: None,
};

pub(super) static TERMINAL: Styles = SIXTEEN.styles();

/// The sixteen colours on a dark background.
pub(super) static TERMINAL_DARK: Styles =
    Palette { accent: Color::Cyan, error: Color::LightRed, rule: Some(Color::DarkGray), ..SIXTEEN }.styles();

/// The sixteen colours on a light background, where yellow and cyan cannot be read.
pub(super) static TERMINAL_LIGHT: Styles = Palette {
    accent: Color::Blue,
    link: Color::Blue,
    warning: Color::Magenta,
    info: Color::Blue,
    changed: Color::Magenta,
    ..SIXTEEN
}
.styles();

/// For light backgrounds: of the 240 colours that no palette changes.
pub(super) static LIGHT: Styles = Palette {
    dim: Some(Color::Indexed(241)),
    accent: Color::Indexed(90),
    link: Color::Indexed(25),
    success: Color::Indexed(22),
    warning: Color::Indexed(94),
    error: Color::Indexed(124),
    info: Color::Indexed(24),
    changed: Color::Indexed(130),
    code: Some(Color::Indexed(23)),
    border: Some(Color::Indexed(247)),
    rule: Some(Color::Indexed(250)),
    ..SIXTEEN
}
.styles();

/// For dark backgrounds: of the 240 colours that no palette changes.
pub(super) static DARK: Styles = Palette {
    dim: Some(Color::Indexed(250)),
    accent: Color::Indexed(183),
    link: Color::Indexed(117),
    success: Color::Indexed(157),
    warning: Color::Indexed(222),
    error: Color::Indexed(217),
    info: Color::Indexed(153),
    changed: Color::Indexed(216),
    code: Some(Color::Indexed(150)),
    border: Some(Color::Indexed(243)),
    rule: Some(Color::Indexed(240)),
    ..SIXTEEN
}
.styles();

/// White on black, whatever the terminal has.
pub(super) static HIGH_CONTRAST: Styles = Palette {
    ground: Some((Color::Indexed(231), Color::Indexed(16))),
    selection: None,
    dim: Some(Color::Indexed(252)),
    accent: Color::Indexed(227),
    link: Color::Indexed(159),
    success: Color::Indexed(157),
    warning: Color::Indexed(215),
    error: Color::Indexed(217),
    info: Color::Indexed(159),
    changed: Color::Indexed(216),
    code: Some(Color::Indexed(157)),
    border: Some(Color::Indexed(252)),
    rule: Some(Color::Indexed(248)),
}
.styles();

pub(super) static MOCHA: Styles = Palette {
    ground: Some((hex(0x00cd_d6f4), hex(0x001e_1e2e))),
    selection: Some(hex(0x0031_3244)),
    dim: Some(hex(0x0095_9bb4)),
    accent: hex(0x00cb_a6f7),
    link: hex(0x0089_b4fa),
    success: hex(0x00a6_e3a1),
    warning: hex(0x00f9_e2af),
    error: hex(0x00f3_8ba8),
    info: hex(0x0089_dceb),
    changed: hex(0x00fa_b387),
    code: Some(hex(0x0094_e2d5)),
    border: Some(hex(0x0058_5b70)),
    rule: Some(hex(0x0045_475a)),
}
.styles();

/// Its signs are darker than in the published palette, so that they can be read.
pub(super) static LATTE: Styles = Palette {
    ground: Some((hex(0x004c_4f69), hex(0x00ef_f1f5))),
    selection: Some(hex(0x00dc_e0e8)),
    dim: Some(hex(0x006c_6f85)),
    accent: hex(0x007d_34dc),
    link: hex(0x001a_58d3),
    success: hex(0x002d_701e),
    warning: hex(0x008a_5812),
    error: hex(0x00c1_0e34),
    info: hex(0x0003_6a93),
    changed: hex(0x00a8_4207),
    code: Some(hex(0x0011_6c71)),
    border: Some(hex(0x009c_a0b0)),
    rule: Some(hex(0x00cc_d0da)),
}
.styles();

pub(super) static GRUVBOX_DARK: Styles = Palette {
    ground: Some((hex(0x00eb_dbb2), hex(0x0028_2828))),
    selection: Some(hex(0x003c_3836)),
    dim: Some(hex(0x00a8_9984)),
    accent: hex(0x00fe_8019),
    link: hex(0x008a_aa9e),
    success: hex(0x00b8_bb26),
    warning: hex(0x00fa_bd2f),
    error: hex(0x00fc_7c6d),
    info: hex(0x008e_c07c),
    changed: hex(0x00d7_90a3),
    code: Some(hex(0x008e_c07c)),
    border: Some(hex(0x0066_5c54)),
    rule: Some(hex(0x0050_4945)),
}
.styles();

pub(super) static GRUVBOX_LIGHT: Styles = Palette {
    ground: Some((hex(0x003c_3836), hex(0x00fb_f1c7))),
    selection: Some(hex(0x00eb_dbb2)),
    dim: Some(hex(0x0066_5c54)),
    accent: hex(0x00ac_3903),
    link: hex(0x0007_6678),
    success: hex(0x0066_610c),
    warning: hex(0x0082_550e),
    error: hex(0x009d_0006),
    info: hex(0x0039_6a4c),
    changed: hex(0x008f_3f71),
    code: Some(hex(0x0039_6a4c)),
    border: Some(hex(0x00a8_9984)),
    rule: Some(hex(0x00d5_c4a1)),
}
.styles();

pub(super) static NORD: Styles = Palette {
    ground: Some((hex(0x00e5_e9f0), hex(0x002e_3440))),
    selection: Some(hex(0x003b_4252)),
    dim: Some(hex(0x0099_a5ba)),
    accent: hex(0x0088_c0d0),
    link: hex(0x0098_b2cc),
    success: hex(0x00a3_be8c),
    warning: hex(0x00eb_cb8b),
    error: hex(0x00d9_a0a6),
    info: hex(0x008f_bcbb),
    changed: hex(0x00db_a492),
    code: Some(hex(0x008f_bcbb)),
    border: Some(hex(0x005b_6880)),
    rule: Some(hex(0x0043_4c5e)),
}
.styles();

pub(super) static SOLARIZED_DARK: Styles = Palette {
    ground: Some((hex(0x00b3_bfbf), hex(0x0000_2b36))),
    selection: Some(hex(0x0007_3642)),
    dim: Some(hex(0x0083_9496)),
    accent: hex(0x004d_a0da),
    link: hex(0x0092_96d3),
    success: hex(0x0091_a31a),
    warning: hex(0x00bc_951a),
    error: hex(0x00e8_7876),
    info: hex(0x003b_a9a0),
    changed: hex(0x00dc_8561),
    code: Some(hex(0x003b_a9a0)),
    border: Some(hex(0x0040_616b)),
    rule: Some(hex(0x001c_4a55)),
}
.styles();

pub(super) static SOLARIZED_LIGHT: Styles = Palette {
    ground: Some((hex(0x0047_5b62), hex(0x00fd_f6e3))),
    selection: Some(hex(0x00ee_e8d5)),
    dim: Some(hex(0x0065_7b83)),
    accent: hex(0x001e_6ca4),
    link: hex(0x005d_61a9),
    success: hex(0x0060_6e00),
    warning: hex(0x0082_6300),
    error: hex(0x00c2_2c29),
    info: hex(0x001d_716a),
    changed: hex(0x00b3_4213),
    code: Some(hex(0x001d_716a)),
    border: Some(hex(0x0093_a1a1)),
    rule: Some(hex(0x00d6_d0bd)),
}
.styles();

pub(super) static TOKYO_NIGHT: Styles = Palette {
    ground: Some((hex(0x00c0_caf5), hex(0x001a_1b26))),
    selection: Some(hex(0x0029_2e42)),
    dim: Some(hex(0x0090_99bf)),
    accent: hex(0x00bb_9af7),
    link: hex(0x007a_a2f7),
    success: hex(0x009e_ce6a),
    warning: hex(0x00e0_af68),
    error: hex(0x00f7_768e),
    info: hex(0x007d_cfff),
    changed: hex(0x00ff_9e64),
    code: Some(hex(0x0073_daca)),
    border: Some(hex(0x0050_5878)),
    rule: Some(hex(0x0036_3c54)),
}
.styles();
